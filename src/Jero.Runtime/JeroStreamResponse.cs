namespace Jero;

/// <summary>Represents a response whose body is a stream.</summary>
public abstract class JeroStreamResponse : JeroResponse
{
    private int _isTaken;

    private protected JeroStreamResponse()
    {
    }

    /// <summary>
    /// Gets what happens to this stream when the host stops. Null, the default, takes the setting for its kind from
    /// <see cref="JeroOptions"/>.
    /// </summary>
    public ShutdownBehavior? OnShutdown { get; init; }

    /// <summary>
    /// Gets how long this stream may last at most; see <see cref="JeroOptions.MaxDuration"/> for what happens then. Null, the default,
    /// takes the option for this kind of stream, or else <see cref="JeroOptions.MaxDuration"/>. <see cref="Timeout.InfiniteTimeSpan"/>
    /// means there is no limit. The time counts from the moment the response is sent and includes set-up. The system's timer may fire some
    /// milliseconds early (https://github.com/dotnet/runtime/issues/100455).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? MaxDuration
    {
        get;
        init => field = JeroOptions.PositiveOrInfinite(value, nameof(MaxDuration));
    }

    /// <summary>Marks the response as being sent: from now on teardown of the stream disposes the source.</summary>
    internal void Take() => Volatile.Write(ref _isTaken, 1);

    /// <summary>Disposes the source unless the response has been sent. Later calls do nothing.</summary>
    internal ValueTask DisposeUnsentAsync() => Interlocked.Exchange(ref _isTaken, 1) == 0 ? DisposeSourceAsync() : ValueTask.CompletedTask;

    /// <summary>Disposes a source that will never be enumerated.</summary>
    private protected abstract ValueTask DisposeSourceAsync();
}
