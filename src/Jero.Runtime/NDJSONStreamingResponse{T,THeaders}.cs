namespace Jero;

/// <summary>One <typeparamref name="T"/> a line as compact JSON, with typed headers.</summary>
/// <typeparam name="T">The item; a null reference is the line <c>null</c>.</typeparam>
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

    /// <summary>The typed headers; a null property is left out.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
