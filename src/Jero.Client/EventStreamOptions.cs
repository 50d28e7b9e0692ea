namespace Jero.Client;

/// <summary>How an event stream is read, and when it connects anew.</summary>
public sealed class EventStreamOptions : StreamOptions
{
    /// <summary>The id of the last event that was seen, sent as <c>Last-Event-ID</c>; null begins without one.</summary>
    public string? LastEventId { get; init; }

    /// <summary>
    /// What the wait before a new connection grows from, 1 s unless set: the wait is chosen by chance between zero and this, doubled with each
    /// attempt that fails. Where the server sends <c>retry</c>, the wait is at least that.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
    public TimeSpan ReconnectDelay
    {
        get;
        init => field = Positive(value);
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest that <see cref="ReconnectDelay"/> grows to, 30 s unless set. A connection that lasted longer lets it begin anew.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
    public TimeSpan MaxReconnectDelay
    {
        get;
        init => field = Positive(value);
    } = TimeSpan.FromSeconds(30);

    /// <summary>After how many attempts in a row that fail the stream gives up; null never does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? MaxAttempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1);
            field = value;
        }
    }

    /// <summary>
    /// Whether a stream that ends or breaks is connected anew, true unless set. Only GET and QUERY are ever repeated: another method may do
    /// its work twice.
    /// </summary>
    public bool Reconnects { get; init; } = true;

    /// <summary>How long no byte may come, keepalives included, before the connection counts as broken; null waits for ever.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
    public TimeSpan? SilenceLimit
    {
        get;
        init => field = value is { } limit ? Positive(limit) : null;
    }

    /// <summary>The name of the event that ends a stream which is whole; null where the server sends none.</summary>
    public string? EndEvent { get; init; }

    /// <summary>Called before each attempt with its request, such as for credentials that are still valid.</summary>
    public Func<HttpRequestMessage, CancellationToken, ValueTask>? Prepare { get; init; }

    /// <summary>
    /// What becomes of events of names that a generated client does not know, where their data depends on the name; they are skipped unless set.
    /// </summary>
    public UnknownEvents UnknownEvents { get; init; }

    internal static new EventStreamOptions Default { get; } = new();

    // Options that are shared by several streams say nothing of where one of them goes on.
    internal static EventStreamOptions? After(string? lastEventId, EventStreamOptions? options) => lastEventId is null ? options : new()
    {
        LastEventId = lastEventId,
        MaxItemBytes = (options ?? Default).MaxItemBytes,
        TimeProvider = (options ?? Default).TimeProvider,
        ReconnectDelay = (options ?? Default).ReconnectDelay,
        MaxReconnectDelay = (options ?? Default).MaxReconnectDelay,
        MaxAttempts = options?.MaxAttempts,
        Reconnects = (options ?? Default).Reconnects,
        SilenceLimit = options?.SilenceLimit,
        EndEvent = options?.EndEvent,
        Prepare = options?.Prepare,
        UnknownEvents = (options ?? Default).UnknownEvents,
    };

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
