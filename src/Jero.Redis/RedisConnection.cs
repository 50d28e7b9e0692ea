using StackExchange.Redis;

namespace Jero.Redis;

/// <summary>
/// Holds the connection for commands, which all topics share, and those for blocking reads, which each have their own. A client sends all
/// its commands over one connection, so a blocking read would hold up the others
/// (https://stackexchange.github.io/StackExchange.Redis/PipelinesMultiplexers#multiplexing).
/// </summary>
internal sealed class RedisConnection(string configuration) : IAsyncDisposable
{
    /// <summary>How long one blocking read waits for something new, and the longest delay before a lost log is noticed.</summary>
    public static readonly TimeSpan Block = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BlockTimeout = Block + TimeSpan.FromSeconds(4);

    // A follower retries by itself, and should be connected soon after Redis is available.
    private static readonly TimeSpan LongestReaderConnect = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task<ConnectionMultiplexer>? _commands;
    private bool _isDisposed;

    public async Task<IDatabase> GetCommandsAsync()
    {
        Task<ConnectionMultiplexer> commands;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            commands = _commands is { IsFaulted: false } connected ? connected : _commands = ConnectAsync(Options());
        }

        return (await commands.ConfigureAwait(false)).GetDatabase();
    }

    /// <summary>Opens a connection for one blocking read at a time. The caller disposes it.</summary>
    public async Task<ConnectionMultiplexer> ConnectReaderAsync(CancellationToken cancellationToken)
    {
        var options = Options();
        options.AsyncTimeout = Math.Max(options.AsyncTimeout, (int)BlockTimeout.TotalMilliseconds);
        options.ConnectTimeout = Math.Min(options.ConnectTimeout, (int)LongestReaderConnect.TotalMilliseconds);
        options.ConnectRetry = 1;
        var connecting = ConnectAsync(options);
        try
        {
            return await connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Otherwise it would keep trying to connect although nobody wants it.
            _ = connecting.ContinueWith(
                static connected => connected.Result.DisposeAsync(), CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task<ConnectionMultiplexer>? commands;
        lock (_lock)
        {
            (_isDisposed, commands) = (true, _commands);
        }

        if (commands is { IsFaulted: false })
        {
            await (await commands.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions options) =>
        await ConnectionMultiplexer.ConnectAsync(options).ConfigureAwait(false);

    private ConfigurationOptions Options()
    {
        var options = ConfigurationOptions.Parse(configuration);
        // The app starts without Redis, and continues when it is available.
        options.AbortOnConnectFail = false;
        // A command that cannot be sent now fails now, so that a publisher gets a 503 and does not wait.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new ExponentialRetry(deltaBackOffMilliseconds: 200, maxDeltaBackOffMilliseconds: 2000);
        // Fixes the form of the replies that are read here.
        options.Protocol = RedisProtocol.Resp2;
        return options;
    }
}
