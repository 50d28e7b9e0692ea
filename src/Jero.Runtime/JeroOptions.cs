namespace Jero;

/// <summary>
/// Defaults for every stream, set by <c>AddJero(options => ...)</c> or <c>services.Configure&lt;JeroOptions&gt;(...)</c>. Optional.
/// Set before the first request and only read afterwards.
/// </summary>
public sealed class JeroOptions
{
    // The longest time that the framework's timers accept.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>
    /// A server-sent-events stream sends a comment after this long without a write; 15 seconds unless set, null or
    /// <see cref="Timeout.InfiniteTimeSpan"/> means never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? KeepAlive
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(KeepAlive));
    } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The name of the event that every server-sent-events stream sends in place of that comment, with empty data and no id, so that a page
    /// sees it; null, the default, and empty mean the comment. <see cref="SSEResponse{T}.KeepAliveEvent"/> goes before it.
    /// </summary>
    /// <exception cref="ArgumentException">It holds a CR, an LF or a NUL.</exception>
    public string? KeepAliveEvent
    {
        get;
        set => field = EventText.OneLine(value, "KeepAliveEvent", nameof(KeepAliveEvent));
    }

    /// <summary>
    /// Whether server-sent events and NDJSON carry the header <c>Incremental: ?1</c> (RFC 10036), which asks every intermediary to forward the
    /// body as it comes; true unless set. A response with a <c>Content-Disposition: attachment</c> carries none. The header is advice, and an
    /// intermediary that knows it may refuse the response, with a 503 for instance: switch it off where one does.
    /// </summary>
    public bool SendsIncremental { get; set; } = true;

    /// <summary>What the host's stop does to server-sent events; they end unless set, so that clients reconnect elsewhere.</summary>
    public ShutdownBehavior ServerSentEventsOnShutdown { get; set; } = ShutdownBehavior.Stop;

    /// <summary>What the host's stop does to NDJSON and byte streams; they run on unless set. Stopped, they are cut short.</summary>
    public ShutdownBehavior StreamsOnShutdown { get; set; } = ShutdownBehavior.Drain;

    /// <summary>
    /// A flush that takes longer aborts the connection; null, the default, means never. The server frees its buffer in steps of about 32
    /// KiB, so a steady client that takes less than that in this time is cut off too.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? SendTimeout
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(SendTimeout));
    }

    /// <summary>
    /// How long a stream may last at most, whatever its source does; null, the default, means for ever. Before the response has begun the
    /// client gets a 503 with Retry-After. Later server-sent events end cleanly, so that clients reconnect, and NDJSON and bytes are cut
    /// short, so that no client takes half of them for the whole. An event stream gets up to a tenth less, so that they do not all end at
    /// one moment. The options of one wrapper go before this one, and <see cref="JeroStreamResponse.MaxDuration"/> before all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? MaxDuration
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(MaxDuration));
    }

    /// <summary>
    /// <see cref="MaxDuration"/> of server-sent events alone; null, the default, takes that one, <see cref="Timeout.InfiniteTimeSpan"/> means for ever.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? ServerSentEventsMaxDuration
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(ServerSentEventsMaxDuration));
    }

    /// <summary>
    /// <see cref="MaxDuration"/> of NDJSON streams alone; null, the default, takes that one, <see cref="Timeout.InfiniteTimeSpan"/> means for ever.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? NDJSONMaxDuration
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(NDJSONMaxDuration));
    }

    /// <summary>
    /// <see cref="MaxDuration"/> of byte streams alone; null, the default, takes that one, <see cref="Timeout.InfiniteTimeSpan"/> means for ever.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? BytesMaxDuration
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(BytesMaxDuration));
    }

    /// <summary>
    /// After a stop, a source that has not come back in this time is logged as a warning and counted; while the host stops it is then no
    /// longer waited for. 5 seconds unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan SourceStopTimeout
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(SourceStopTimeout))!.Value;
    } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A wait for a source that takes this long or longer is an event <c>gap</c> of the stream's activity; 10 seconds unless set, null or
    /// <see cref="Timeout.InfiniteTimeSpan"/> means none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? GapThreshold
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(GapThreshold));
    } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A wait for a client that takes this long or longer is an event <c>stall</c> of the stream's activity, and is measured by
    /// <c>jero.stream.stall.duration</c>; 1 second unless set, null or <see cref="Timeout.InfiniteTimeSpan"/> means none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? StallThreshold
    {
        get;
        set => field = PositiveOrInfinite(value, nameof(StallThreshold));
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether a stream is part of ASP.NET Core's <c>http.server.request.duration</c>; false unless set, since requests that last for hours
    /// spoil its percentiles, and <c>jero.stream.duration</c> has them. A request that is answered before its stream has begun, with an
    /// error for instance, is always part of it.
    /// </summary>
    public bool RecordsRequestDuration { get; set; }

    /// <summary>
    /// The longest item, in bytes of its JSON, of a sequence that a handler reads from the body; 1 MiB unless set. A longer one is refused by
    /// a <see cref="BadItemException"/> of the status 413 before memory is taken for the whole of it. The size limit of the server holds for
    /// the whole body beside it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, or more than <see cref="Array.MaxLength"/>.</exception>
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
