using StackExchange.Redis;

namespace Notifications.Stores;

/// <summary>
/// Two connections to Redis: the client sends every command of a process down one, so a read that blocks would hold up all the others and
/// has one of its own (https://stackexchange.github.io/StackExchange.Redis/PipelinesMultiplexers#multiplexing). Both reconnect by
/// themselves, also when Redis is not there at the start.
/// </summary>
public sealed class RedisConnections : IAsyncDisposable
{
    /// <summary>How long one blocking read waits for something new.</summary>
    public static readonly TimeSpan Block = TimeSpan.FromSeconds(2);

    private readonly Lazy<ConnectionMultiplexer> _commands;
    private readonly Lazy<ConnectionMultiplexer> _reader;

    public RedisConnections(string connectionString)
    {
        _commands = new(() => Connect(connectionString, TimeSpan.FromSeconds(2)));
        _reader = new(() => Connect(connectionString, Block + TimeSpan.FromSeconds(3)));
    }

    public IDatabase Commands => _commands.Value.GetDatabase();

    /// <summary>For one blocking read at a time.</summary>
    public IDatabase Reader => _reader.Value.GetDatabase();

    public async ValueTask DisposeAsync()
    {
        if (_commands.IsValueCreated) await _commands.Value.DisposeAsync();
        if (_reader.IsValueCreated) await _reader.Value.DisposeAsync();
    }

    private static ConnectionMultiplexer Connect(string connectionString, TimeSpan timeout)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 2000;
        options.AsyncTimeout = (int)timeout.TotalMilliseconds;
        // What cannot be sent now fails now: a publisher is told 503 and not left waiting.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new ExponentialRetry(deltaBackOffMilliseconds: 200, maxDeltaBackOffMilliseconds: 2000);
        // One form of XREAD's reply.
        options.Protocol = RedisProtocol.Resp2;
        return ConnectionMultiplexer.Connect(options);
    }
}
