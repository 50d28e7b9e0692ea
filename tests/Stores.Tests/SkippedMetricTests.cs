using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using Shared;

namespace Stores.Tests;

/// <summary>What others write to a store is counted as the topic itself counts, and once however often it is met.</summary>
public sealed class SkippedMetricTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_Redis()
    {
        await using var redis = await RedisServer.StartAsync();
        using var host = Build(topic => topic.UseRedis(redis.Configuration));
        await AssertCountedAsync(host, async () =>
        {
            await redis.CommandAsync("XADD", "{jero:prices}:log", "*", "foo", "bar");
            await redis.CommandAsync("XADD", "{jero:prices}:log", "*", "kind", "0");
        });
    }

    [Fact]
    public async Task In_a_file()
    {
        using var folder = new TemporaryFolder();
        var source = $"Data Source={Path.Combine(folder.Path, "topics.db")}";
        using var host = Build(topic => topic.UseSqlite(source));
        await AssertCountedAsync(host, async () =>
        {
            var log = host.Services.GetRequiredKeyedService<ITopicLog>("prices");
            await log.AppendAsync(Records.Item("one"), Token);
            await log.AppendAsync(Records.Item("two"), Token);
            await using var connection = new SqliteConnection(source + ";Pooling=False");
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE jero_records SET payload = 'no blob'";
            Assert.Equal(2, await command.ExecuteNonQueryAsync(Token));
        });
    }

    private static IHost Build(Action<TopicBuilder<string[]>> store)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddMetrics();
        store(new TopicBuilder<string[]>(builder.Services, "prices"));
        return builder.Build();
    }

    private static async Task AssertCountedAsync(IHost host, Func<Task> writeTwo)
    {
        using var skipped = new MetricCollector<long>(host.Services.GetRequiredService<IMeterFactory>(), "Jero", "jero.topic.skipped");
        var log = host.Services.GetRequiredKeyedService<ITopicLog>("prices");
        var start = (await log.FindRangeAsync(Token)).Start;
        await writeTwo();
        for (var i = 0; i < 3; i++) Assert.Empty(await log.ReadAsync(start, start with { Major = ulong.MaxValue / 2 }, Token).ToListAsync(Token));

        Assert.Equal([1, 1], skipped.GetMeasurementSnapshot().Select(static measured => measured.Value));
        Assert.All(skipped.GetMeasurementSnapshot(), static measured => Assert.Equal("prices", measured.Tags["jero.topic"]));
    }
}
