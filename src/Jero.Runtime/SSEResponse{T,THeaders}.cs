using System.Net.ServerSentEvents;

namespace Jero;

/// <summary>Streams server-sent events (<c>text/event-stream</c>) with typed headers.</summary>
/// <typeparam name="T">The data of one event.</typeparam>
/// <typeparam name="THeaders">A record or class whose properties are the headers.</typeparam>
public sealed class SSEResponse<T, THeaders> : SSEResponse<T>
{
    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<T> source) : base(source)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<ServerSentEvent<T>> source) : base(source)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<SseItem<T>> source) : base(source)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) : base(lifecycle)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<T>>> lifecycle) : base(lifecycle)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<SseItem<T>>> lifecycle) : base(lifecycle)
    {
    }

    /// <inheritdoc cref="SSEResponse{T}(TopicSubscription{T})"/>
    public SSEResponse(TopicSubscription<T> subscription) : base(subscription)
    {
    }

    /// <summary>Gets the typed headers. A property that is null sends no header.</summary>
    public required THeaders Headers { get; init; }

    internal override (object? Value, Type? Type) DeclaredHeaders => (Headers, typeof(THeaders));
}
