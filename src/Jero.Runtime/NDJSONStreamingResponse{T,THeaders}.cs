namespace Jero;

/// <summary>Streams items as NDJSON, one <typeparamref name="T"/> as compact JSON on each line, with typed headers.</summary>
/// <typeparam name="T">The item. A null reference is written as the line <c>null</c>.</typeparam>
/// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
public sealed class NDJSONStreamingResponse<T, THeaders> : NDJSONStreamingResponse<T>
{
    /// <inheritdoc cref="NDJSONStreamingResponse{T}(IAsyncEnumerable{T})"/>
    public NDJSONStreamingResponse(IAsyncEnumerable<T> source) : base(source)
    {
    }

    /// <inheritdoc cref="NDJSONStreamingResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public NDJSONStreamingResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) : base(lifecycle)
    {
    }

    /// <inheritdoc cref="NDJSONStreamingResponse{T}(TopicSubscription{T})"/>
    public NDJSONStreamingResponse(TopicSubscription<T> subscription) : base(subscription)
    {
    }

    /// <summary>Gets the typed headers. A property that is null sends no header.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
