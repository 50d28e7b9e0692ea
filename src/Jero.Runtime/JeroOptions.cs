namespace Jero;

/// <summary>
/// Sets the defaults for every stream, by <c>AddJero(options => ...)</c> or <c>services.Configure&lt;JeroOptions&gt;(...)</c>. Setting them
/// is optional. Set them before the first request; Jero only reads them after that.
/// </summary>
public sealed class JeroOptions
{
    // The longest time that the framework's timers accept.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>
    /// Gets or sets how long a stream of server-sent events may go without a write before the server sends a comment as a keepalive. The
    /// default is 15 seconds. Null or <see cref="Timeout.InfiniteTimeSpan"/> means never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? KeepAlive
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(KeepAlive));
    } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Gets or sets the name of an event that every stream of server-sent events sends as its keepalive instead of the comment, so that a
    /// page can see it. The event has empty data and no id. Null, the default, or an empty string means the comment.
    /// <see cref="SSEResponse{T}.KeepAliveEvent"/> takes precedence.
    /// </summary>
    /// <exception cref="ArgumentException">The value contains a CR, an LF or a NUL.</exception>
    public string? KeepAliveEvent
    {
        get;
        set => field = EventText.OneLine(value, "KeepAliveEvent", nameof(KeepAliveEvent));
    }

    /// <summary>
    /// Gets or sets whether server-sent events and NDJSON carry the header <c>Incremental: ?1</c> (RFC 10036), which asks every
    /// intermediary to forward the body as it comes. The default is true. A response with <c>Content-Disposition: attachment</c> never
    /// carries it. An intermediary that knows the header may refuse the response, for instance with a 503; set this to false if one of
    /// yours does.
    /// </summary>
    public bool SendsIncremental { get; set; } = true;

    /// <summary>
    /// Gets or sets what happens to server-sent events when the host stops. By default they end, so that clients reconnect to another
    /// server.
    /// </summary>
    public ShutdownBehavior ServerSentEventsOnShutdown { get; set; } = ShutdownBehavior.Stop;

    /// <summary>
    /// Gets or sets what happens to NDJSON and byte streams when the host stops. By default they run on. With
    /// <see cref="ShutdownBehavior.Stop"/> they are cut short.
    /// </summary>
    public ShutdownBehavior StreamsOnShutdown { get; set; } = ShutdownBehavior.Drain;

    /// <summary>
    /// Gets or sets how long a flush may take. A flush that takes longer aborts the connection. Null, the default, means there is no limit.
    /// The server frees its buffer in steps of about 32 KiB, so the limit also cuts off a steady client that takes less than that in this
    /// time.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? SendTimeout
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(SendTimeout));
    }

    /// <summary>
    /// Gets or sets how long a stream may last at most, whatever its source does. Null, the default, means there is no limit. If the time
    /// is over before the response has begun, the client gets a 503 with Retry-After. After that point, server-sent events end cleanly so
    /// that the client reconnects, and NDJSON and bytes are cut short so that no client takes a part for the whole. The limit of
    /// each event stream is shortened by a random amount of up to a tenth, so that they do not all end at the same moment. The options for one
    /// kind of stream take precedence over this one, and <see cref="JeroStreamResponse.MaxDuration"/>, which is never shortened, over all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? MaxDuration
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(MaxDuration));
    }

    /// <summary>
    /// Gets or sets <see cref="MaxDuration"/> for server-sent events alone. Null, the default, takes the value of
    /// <see cref="MaxDuration"/>; <see cref="Timeout.InfiniteTimeSpan"/> means there is no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? ServerSentEventsMaxDuration
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(ServerSentEventsMaxDuration));
    }

    /// <summary>
    /// Gets or sets <see cref="MaxDuration"/> for NDJSON alone. Null, the default, takes the value of <see cref="MaxDuration"/>;
    /// <see cref="Timeout.InfiniteTimeSpan"/> means there is no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? NDJSONMaxDuration
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(NDJSONMaxDuration));
    }

    /// <summary>
    /// Gets or sets <see cref="MaxDuration"/> for byte streams alone. Null, the default, takes the value of <see cref="MaxDuration"/>;
    /// <see cref="Timeout.InfiniteTimeSpan"/> means there is no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? BytesMaxDuration
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(BytesMaxDuration));
    }

    /// <summary>
    /// Gets or sets how long a source may take to return after its stream was stopped. If it takes longer, Jero logs a warning and counts
    /// it, and a stopping host no longer waits for it. The default is 5 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan SourceStopTimeout
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(SourceStopTimeout))!.Value;
    } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets how long a wait for a source must last to be recorded as an event <c>gap</c> of the stream's activity. The default is
    /// 10 seconds. Null or <see cref="Timeout.InfiniteTimeSpan"/> records none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? GapThreshold
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(GapThreshold));
    } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets how long a wait for a client must last to be recorded as an event <c>stall</c> of the stream's activity and in the
    /// metric <c>jero.stream.stall.duration</c>. The default is 1 second. Null or <see cref="Timeout.InfiniteTimeSpan"/> records none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? StallThreshold
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(StallThreshold));
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets whether streams count towards ASP.NET Core's metric <c>http.server.request.duration</c>. The default is false, because
    /// requests that last for hours spoil its percentiles; <c>jero.stream.duration</c> measures them instead. A request that is answered
    /// before its stream has begun, for instance with an error, always counts.
    /// </summary>
    public bool RecordsRequestDuration { get; set; }

    /// <summary>
    /// Gets or sets the largest size of an item, in bytes of its JSON, in a sequence that a handler reads from the body. The default is 1
    /// MiB. A larger item fails with a <see cref="BadItemException"/> with the status 413, before memory is allocated for all of it. The
    /// server's size limit for the whole body also applies.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative, or more than <see cref="Array.MaxLength"/>.</exception>
    public int MaxItemBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Array.MaxLength);
            field = value;
        }
    } = 1024 * 1024;

    internal static TimeSpan? PositiveOrInfinite(TimeSpan? value, string name) =>
        value is { } duration && duration != Timeout.InfiniteTimeSpan && (duration <= TimeSpan.Zero || duration > Longest)
            ? throw new ArgumentOutOfRangeException(
                name, value, $"{name} must be positive and at most {Longest.Days} days, or Timeout.InfiniteTimeSpan.")
            : value;
}
