using Jero.Redis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Stores.Tests.Redis;

/// <summary>The logs of one process.</summary>
internal sealed class RedisLogs(string configuration, ILogger<RedisTopicLog>? logger = null) : IAsyncDisposable
{
    private readonly RedisConnections _connections = new();

    public RedisTopicLog Open(string topic = "prices", int retainCount = 10_000, TimeSpan? retainFor = null) => new(
        topic, _connections.Get(configuration), new Retention(retainCount, retainFor), logger ?? NullLogger<RedisTopicLog>.Instance);

    public ValueTask DisposeAsync() => _connections.DisposeAsync();
}
