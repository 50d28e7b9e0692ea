namespace Jero.Client;

/// <summary>Sets how an event stream is read, and when it reconnects.</summary>
public sealed class EventStreamOptions : StreamOptions
{
    /// <summary>Gets the id of the last event that was seen, sent as <c>Last-Event-ID</c>. Null, the default, begins without one.</summary>
    public string? LastEventId { get; init; }

    /// <summary>
    /// Gets the bound of the first wait before a new connection. The default is 1 second. Each wait is chosen at random between zero and
    /// the bound, which doubles with each failed attempt. If the server sends <c>retry</c>, the wait is at least that long.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan ReconnectDelay
    {
        get;
        init => field = Positive(value);
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets the maximum that <see cref="ReconnectDelay"/> grows to. The default is 30 seconds. A connection that lasts longer than this
    /// resets the growth.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan MaxReconnectDelay
    {
        get;
        init => field = Positive(value);
    } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how many attempts may fail in a row before the stream gives up. Null, the default, sets no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
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
    /// Gets whether a stream that ends or breaks reconnects. The default is true. Only GET and QUERY are ever repeated, because another
    /// method might do its work twice.
    /// </summary>
    public bool Reconnects { get; init; } = true;

    /// <summary>
    /// Gets how long no byte may come, including keepalives, before the connection counts as broken. Null, the default, sets no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan? SilenceLimit
    {
        get;
        init => field = value is { } limit ? Positive(limit) : null;
    }

    /// <summary>Gets the name of the event that ends a complete stream. Null, the default, means that the server sends none.</summary>
    public string? EndEvent { get; init; }

    /// <summary>
    /// Gets a function that is called with the request before each attempt, for instance to add credentials that are still valid.
    /// </summary>
    public Func<HttpRequestMessage, CancellationToken, ValueTask>? Prepare { get; init; }

    /// <summary>
    /// Gets what happens to an event whose name a generated client does not know, if the type of the data depends on the name. By default
    /// it is skipped.
    /// </summary>
    public UnknownEvents UnknownEvents { get; init; }

    internal static new EventStreamOptions Default { get; } = new();

    // Options that several streams share do not say where one of them resumes.
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
