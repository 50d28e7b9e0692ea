using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Notifications.Feeds;
using Notifications.Stores;

namespace Notifications.Tests.Redis;

public sealed class SkippedMetricTests
{
    [Fact]
    public async Task A_foreign_record_is_counted_once_however_often_it_is_met()
    {
        await using var redis = await RedisServer.StartAsync();
        var builder = WebApplication.CreateSlimBuilder([redis.Setting, "--urls=http://127.0.0.1:0"]);
        builder.Services.AddNotifications(builder.Configuration);
        await using var app = builder.Build();
        app.MapNotifications();
        using var skipped = new MetricCollector<long>(app.Services.GetRequiredService<IMeterFactory>(), StoredRecords.Meter, StoredRecords.SkippedMetric);
        await app.StartAsync(TestContext.Current.CancellationToken);

        await redis.CommandAsync("XADD", "notifications", "*", "foo", "bar");
        await redis.CommandAsync("XADD", "notifications", "*", "topic", "general");
        await Until.TrueAsync(() => skipped.GetMeasurementSnapshot().Count == 2, () => "both are counted");
        var store = app.Services.GetRequiredService<INotificationStore>();
        Assert.Empty(await store.ReadAsync(FeedId.Start, new(ulong.MaxValue, 0), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal([1, 1], skipped.GetMeasurementSnapshot().Select(measured => measured.Value));
    }
}
