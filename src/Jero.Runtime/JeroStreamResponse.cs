namespace Jero;

/// <summary>What every stream carries.</summary>
public abstract class JeroStreamResponse : JeroResponse
{
    private int _isTaken;

    private protected JeroStreamResponse()
    {
    }

    /// <summary>
    /// What the host's stop does to this stream; null takes the wrapper's default from <see cref="JeroOptions"/>.
    /// </summary>
    public ShutdownBehavior? OnShutdown { get; init; }

    /// <summary>
    /// How long this stream may last at most, see <see cref="JeroOptions.MaxDuration"/>; null takes the wrapper's option, else that one,
    /// <see cref="Timeout.InfiniteTimeSpan"/> means for ever. It counts from the moment the response is sent, set-up included.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? MaxDuration
    {
        get;
        init => field = JeroOptions.PositiveOrInfinite(value, nameof(MaxDuration));
    }

    /// <summary>Says that the response is being sent: its source is now torn down with the stream.</summary>
    internal void Take() => Volatile.Write(ref _isTaken, 1);

    /// <summary>Disposes the source, once, unless the response has been sent.</summary>
    internal ValueTask DisposeUnsentAsync() => Interlocked.Exchange(ref _isTaken, 1) == 0 ? DisposeSourceAsync() : ValueTask.CompletedTask;

    /// <summary>Disposes a source that will never be enumerated.</summary>
    private protected abstract ValueTask DisposeSourceAsync();
}
