namespace Jero;

/// <summary>One stream, for an <see cref="IStreamObserver"/>. It may be kept after the stream has ended. Thread-safe.</summary>
public sealed class StreamInfo
{
    private static long _lastId;

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
}
