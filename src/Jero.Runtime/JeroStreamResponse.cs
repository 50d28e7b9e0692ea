namespace Jero;

/// <summary>What every stream carries.</summary>
public abstract class JeroStreamResponse : JeroResponse
{
    private protected JeroStreamResponse()
    {
    }

    /// <summary>
    /// What the host's stop does to this stream; null takes the wrapper's default from <see cref="JeroOptions"/>.
    /// </summary>
    public ShutdownBehavior? OnShutdown { get; init; }

    /// <summary>
    /// The body is completed cleanly after this long, whatever the source does; null takes <see cref="JeroOptions.MaxDuration"/>,
    /// <see cref="Timeout.InfiniteTimeSpan"/> means never. It counts from the moment the response is sent, set-up included.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? MaxDuration
    {
        get;
        init => field = Streaming.Durations.PositiveOrInfinite(value, nameof(MaxDuration));
    }

    /// <summary>Disposes a source that will never be enumerated: a HEAD request, or a response that cannot be sent.</summary>
    internal abstract ValueTask DisposeSourceAsync();
}
