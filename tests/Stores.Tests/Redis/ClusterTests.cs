using Shared;

namespace Stores.Tests.Redis;

/// <summary>A cluster of one node, which refuses a script whose keys are in two slots all the same.</summary>
public sealed class ClusterTests
{
    [Theory]
    [InlineData("prices")]
    [InlineData("{a}b")]
    [InlineData("}{")]
    public async Task All_keys_of_a_topic_are_in_one_slot(string topic)
    {
        await using var redis = await RedisServer.StartAsync("--cluster-enabled", "yes");
        await redis.CommandAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        var token = TestContext.Current.CancellationToken;
        await using var logs = new RedisLogs(redis.Configuration);
        var log = logs.Open(topic);
        TopicPosition? stored = null;
        await Until.TrueAsync(() => (stored = Try(() => log.AppendAsync(Records.Item("first", "some {key}"), token).AsTask().GetAwaiter().GetResult())) is not null,
            () => "the cluster has come up");

        Assert.Equal(stored, await log.AppendAsync(Records.Item("first", "some {key}"), token));
        Assert.Equal("first", Records.Text(Assert.Single(await Records.ReadAsync(log))));
    }

    private static TopicPosition? Try(Func<TopicPosition> append)
    {
        try
        {
            return append();
        }
        catch (TopicUnavailableException exception) when (exception.Message.Contains("CLUSTERDOWN", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
