using Jero.Streaming;

namespace Jero;

/// <summary>
/// Defaults for every stream, set by <c>AddJero(options => ...)</c> or <c>services.Configure&lt;JeroOptions&gt;(...)</c>. Optional.
/// Set before the first request and only read afterwards.
/// </summary>
public sealed class JeroOptions
{
    /// <summary>
    /// A server-sent-events stream sends a comment after this long without a write; 15 seconds unless set, null or
    /// <see cref="Timeout.InfiniteTimeSpan"/> means never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? KeepAlive
    {
        get;
        set => field = Durations.PositiveOrInfinite(value, nameof(KeepAlive));
    } = TimeSpan.FromSeconds(15);

    /// <summary>What the host's stop does to server-sent events; they end unless set, so that clients reconnect elsewhere.</summary>
    public ShutdownBehavior ServerSentEventsOnShutdown { get; set; } = ShutdownBehavior.Stop;

    /// <summary>What the host's stop does to NDJSON and byte streams; they run on unless set.</summary>
    public ShutdownBehavior StreamsOnShutdown { get; set; } = ShutdownBehavior.Drain;

    /// <summary>A flush that takes longer aborts the connection; null, the default, means never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? SendTimeout
    {
        get;
        set => field = Durations.PositiveOrInfinite(value, nameof(SendTimeout));
    }

    /// <summary>The body is completed cleanly after this long; null, the default, means never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? MaxDuration
    {
        get;
        set => field = Durations.PositiveOrInfinite(value, nameof(MaxDuration));
    }

    /// <summary>
    /// After a stop, a source that has not come back in this time is logged as a warning and counted; while the host stops it is then no
    /// longer waited for. 5 seconds unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan SourceStopTimeout
    {
        get;
        set => field = Durations.PositiveOrInfinite(value, nameof(SourceStopTimeout))!.Value;
    } = TimeSpan.FromSeconds(5);
}
