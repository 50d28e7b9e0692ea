namespace Jero;

/// <summary>Describes one stream for an <see cref="IStreamObserver"/>. You may keep it after the stream has ended. Thread-safe.</summary>
public sealed class StreamInfo
{
    private static long _lastId;

    // An observer may keep this object after the stream's end, so these references to the request and the source are cleared then.
    private Func<bool>? _stop;
    private Func<long>? _backlog;

    internal StreamInfo()
    {
    }

    /// <summary>Gets a number that is unique among the streams of this process. The first is 1.</summary>
    public long Id { get; } = Interlocked.Increment(ref _lastId);

    /// <summary>Gets the pattern of the endpoint's route, as it was mapped.</summary>
    public required string Route { get; init; }

    /// <summary>Gets the method of the request.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the <see cref="Microsoft.AspNetCore.Http.HttpContext.TraceIdentifier"/> of the request.</summary>
    public required string TraceIdentifier { get; init; }

    /// <summary>Gets the time when the stream was opened, by the app's <see cref="TimeProvider"/>.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// Gets the type of the source. It is the lifecycle's type until the lifecycle has yielded its stream, then the stream's. For a method
    /// with <c>yield return</c> it is the type that the compiler generates, which is named after the method.
    /// </summary>
    public Type SourceType { get; internal set; } = typeof(object);

    /// <summary>
    /// Gets how many events of its topic the stream has yet to take, among those that this process keeps. It is null if the stream is not
    /// of a topic or has ended. The filter of the subscription is not applied. The count is made when the property is read.
    /// </summary>
    public long? Backlog => _backlog?.Invoke();

    /// <summary>
    /// Asks the stream to end with <see cref="StopReason.Stopped"/>, in the way <see cref="JeroStreamResponse.MaxDuration"/> ends it: with
    /// a 503 if its response has not begun; otherwise server-sent events end cleanly, and anything else is cut short. Returns at once.
    /// </summary>
    /// <returns>True if this call ends the stream; false if its end was decided before.</returns>
    public bool Stop() => _stop?.Invoke() ?? false;

    internal void Open(Func<bool> stop, Func<long>? backlog)
    {
        _stop = stop;
        _backlog = backlog;
    }

    internal void Close()
    {
        _stop = null;
        _backlog = null;
    }
}
