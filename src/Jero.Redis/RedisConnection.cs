using StackExchange.Redis;

namespace Jero.Redis;

/// <summary>
/// The connection for commands, which every topic shares, and those for blocking reads, which have one each: a client sends all its
/// commands down one connection, so that a read which blocks would hold up the others
/// (https://stackexchange.github.io/StackExchange.Redis/PipelinesMultiplexers#multiplexing).
/// </summary>
internal sealed class RedisConnection(string configuration) : IAsyncDisposable
{
    /// <summary>How long one blocking read waits for something new, and how late a lost log is noticed at most.</summary>
    public static readonly TimeSpan Block = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BlockTimeout = Block + TimeSpan.FromSeconds(4);

    // Who follows tries again by itself, and should soon be there when Redis is.
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

    /// <summary>A connection for one blocking read at a time, which the caller disposes.</summary>
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
            // It would go on trying to connect, with nobody who wants it.
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
        // The app starts without Redis, and goes on when it is there.
        options.AbortOnConnectFail = false;
        // What cannot be sent now fails now: a publisher is told 503 and not left waiting.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new ExponentialRetry(deltaBackOffMilliseconds: 200, maxDeltaBackOffMilliseconds: 2000);
        // One form of the replies that are read here.
        options.Protocol = RedisProtocol.Resp2;
        return options;
    }
}
