using System.Collections.Concurrent;

namespace Jero.Redis;

/// <summary>
/// Holds the servers of an app. Each is connected to once, however many topics it keeps, and closed with the app's services.
/// </summary>
internal sealed class RedisConnections : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RedisConnection> _connections = new(StringComparer.Ordinal);

    public RedisConnection Get(string configuration) =>
        _connections.GetOrAdd(configuration, static given => new RedisConnection(given));

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
