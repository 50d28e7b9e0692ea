using System.Net.ServerSentEvents;
using Jero.Sources;

namespace Jero;

/// <summary>
/// A <c>text/event-stream</c> (WHATWG HTML, server-sent events) of <typeparamref name="T"/> as the events' data, or of whole events.
/// Data is JSON, or text where <typeparamref name="T"/> is <see cref="string"/>.
/// </summary>
/// <typeparam name="T">The data of one event.</typeparam>
public partial class SSEResponse<T> : JeroStreamResponse
{
    /// <summary>Streams each item of <paramref name="source"/> as the data of an event.</summary>
    /// <param name="source">The items. Its enumerator gets the token that fires when the stream is to stop.</param>
    public SSEResponse(IAsyncEnumerable<T> source) => Items = StreamSource<T>.Of(source);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<ServerSentEvent<T>> source) => Events = StreamSource<ServerSentEvent<T>>.Of(source);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<SseItem<T>> source) => SseItems = StreamSource<SseItem<T>>.Of(source);

    /// <summary>Streams the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">Sets up before its <c>yield return</c> and tears down after it.</param>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) => Items = StreamSource<T>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<T>>> lifecycle) =>
        Events = StreamSource<ServerSentEvent<T>>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<SseItem<T>>> lifecycle) => SseItems = StreamSource<SseItem<T>>.WithLifecycle(lifecycle);

    /// <summary>
    /// A comment <c>: ping</c> is sent after this long without a write; null takes <see cref="JeroOptions.KeepAlive"/>,
    /// <see cref="Timeout.InfiniteTimeSpan"/> means never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? KeepAlive
    {
        get;
        init => field = JeroOptions.PositiveOrInfinite(value, nameof(KeepAlive));
    }

    internal StreamSource<T>? Items { get; }

    internal StreamSource<ServerSentEvent<T>>? Events { get; }

    internal StreamSource<SseItem<T>>? SseItems { get; }

    private protected override ValueTask DisposeSourceAsync() =>
        Items?.DisposeOwnedAsync() ?? Events?.DisposeOwnedAsync() ?? SseItems!.DisposeOwnedAsync();
}
