using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shared;

namespace Stores.Tests.Redis;

/// <summary>A Redis that is killed, slow or not there.</summary>
public sealed class AwayTests : IAsyncLifetime
{
    private RedisServer _redis = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _redis = await RedisServer.StartAsync();

    public ValueTask DisposeAsync() => _redis?.DisposeAsync() ?? default;

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_after_the_restart_and_nothing_is_twice()
    {
        await using var logs = new RedisLogs(_redis.Configuration);
        var log = logs.Open();
        var start = (await log.FindRangeAsync(Token)).Start;
        var followed = new ConcurrentQueue<TopicRecord>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var following = FollowAgainAsync(log, start, followed, stop.Token);
        var acknowledged = new ConcurrentDictionary<string, TopicPosition>();
        var publishing = Task.WhenAll(Enumerable.Range(0, 4).Select(publisher => PublishAsync(log, publisher, acknowledged)));

        await Until.TrueAsync(() => acknowledged.Count > 100, () => $"{acknowledged.Count} are published");
        await _redis.KillAsync();
        await _redis.StartAgainAsync();
        await publishing;
        await Until.TrueAsync(() => followed.Count >= 400, () => $"{followed.Count} have come");
        await stop.CancelAsync();
        await following;

        var read = await Records.ReadAsync(log);
        Assert.Equal(start.Epoch, read[0].Position.Epoch);
        Assert.Equal(400, read.Count);
        Assert.Equal(400, read.Select(Records.Text).Distinct().Count());
        Assert.All(read, record => Assert.Equal(acknowledged[Records.Text(record)], record.Position));
        Assert.Equal(read.Select(static record => record.Position), followed.Select(static record => record.Position));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_told_of_and_publishing_again_by_the_same_key_stores_nothing()
    {
        await using var proxy = new SlowProxy(_redis.Port);
        await using var logs = new RedisLogs($"{proxy.Configuration},asyncTimeout=5000");
        var log = logs.Open();
        await AppendUntilStoredAsync(log, Records.Item("before", "first"));

        proxy.Hold();
        await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.AppendAsync(Records.Item("once", "key"), Token));
        await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.FindRangeAsync(Token));
        proxy.Release();
        await AppendUntilStoredAsync(log, Records.Item("once", "key"));

        Assert.Equal(["before", "once"], (await Records.ReadAsync(log)).Select(Records.Text));
    }

    [Fact]
    public async Task An_app_starts_without_Redis_and_publishes_when_it_is_there()
    {
        await _redis.KillAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        new TopicBuilder<int>(builder.Services, "prices").UseRedis($"{_redis.Configuration},connectTimeout=500,connectRetry=1");
        using var host = builder.Build();
        await host.StartAsync(Token);
        var log = host.Services.GetRequiredKeyedService<ITopicLog>("prices");
        await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.FindRangeAsync(Token));
        await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.FollowAsync(new("x", 0), Token).FirstAsync(Token));

        await _redis.StartAgainAsync();
        await AppendUntilStoredAsync(log, Records.Item("after"));

        Assert.Equal("after", Records.Text(Assert.Single(await Records.ReadAsync(log))));
    }

    private static async Task PublishAsync(ITopicLog log, int publisher, ConcurrentDictionary<string, TopicPosition> acknowledged)
    {
        for (var number = 0; number < 100; number++)
        {
            var name = $"{publisher}-{number}";
            acknowledged[name] = await AppendUntilStoredAsync(log, Records.Item(name, name));
        }
    }

    private static async Task<TopicPosition> AppendUntilStoredAsync(ITopicLog log, TopicRecord record)
    {
        while (true)
        {
            try
            {
                return await log.AppendAsync(record, Token);
            }
            catch (TopicUnavailableException)
            {
                await Task.Delay(50, Token);
            }
        }
    }

    // As a topic does.
    private static async Task FollowAgainAsync(ITopicLog log, TopicPosition after, ConcurrentQueue<TopicRecord> into, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Records.FollowAsync(log, into.LastOrDefault()?.Position ?? after, into, cancellationToken);
            }
            catch (TopicUnavailableException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }
}
