namespace Jero;

/// <summary>One stream, for an <see cref="IStreamObserver"/>. It may be kept after the stream has ended. Thread-safe.</summary>
public sealed class StreamInfo
{
    private static long _lastId;

    // What is kept of an ended stream must not hold its request and its source: these are, as long as it is open.
    private Func<bool>? _stop;
    private Func<long>? _backlog;

    internal StreamInfo()
    {
    }

    /// <summary>A number that no other stream of this process has, from 1.</summary>
    public long Id { get; } = Interlocked.Increment(ref _lastId);

    /// <summary>The pattern of the endpoint's route, as it was mapped.</summary>
    public required string Route { get; init; }

    /// <summary>The request's method.</summary>
    public required string Method { get; init; }

    /// <summary>The request's <see cref="Microsoft.AspNetCore.Http.HttpContext.TraceIdentifier"/>.</summary>
    public required string TraceIdentifier { get; init; }

    /// <summary>When the stream was opened, by the app's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// The type of the source: of the lifecycle until that has yielded its stream, then of the stream. For a method with
    /// <c>yield return</c> it is the type that the compiler has made, which is named after the method.
    /// </summary>
    public Type SourceType { get; internal set; } = typeof(object);

    /// <summary>
    /// How many events of its topic the stream has yet to take, of those that this process keeps; null where it is none of a topic, and once
    /// it has ended. A filter of the subscription is not asked. Counted when this is read.
    /// </summary>
    public long? Backlog => _backlog?.Invoke();

    /// <summary>
    /// Asks the stream to end with <see cref="StopReason.Stopped"/>, as <see cref="JeroStreamResponse.MaxDuration"/> ends it: a 503 before its
    /// response has begun, later a clean end of server-sent events, and anything else is cut short. Returns at once.
    /// </summary>
    /// <returns>Whether it ends by this call; false where its end was decided before.</returns>
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
