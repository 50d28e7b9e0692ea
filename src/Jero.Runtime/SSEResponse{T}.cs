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
    public SSEResponse(IAsyncEnumerable<T> source) => ItemSource = StreamSource<T>.Of(source);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<ServerSentEvent<T>> source) => EventSource = StreamSource<ServerSentEvent<T>>.Of(source);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<SseItem<T>> source) => SseItemSource = StreamSource<SseItem<T>>.Of(source);

    /// <summary>Streams the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">Sets up before its <c>yield return</c> and tears down after it.</param>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) => ItemSource = StreamSource<T>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<T>>> lifecycle) =>
        EventSource = StreamSource<ServerSentEvent<T>>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<SseItem<T>>> lifecycle) => SseItemSource = StreamSource<SseItem<T>>.WithLifecycle(lifecycle);

    /// <summary>Streams the events of a topic, with what the subscription has in front of them.</summary>
    /// <param name="subscription">What <see cref="Topic{T}.Subscribe"/> gave. It is sent once.</param>
    public SSEResponse(TopicSubscription<T> subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        Frames = new FrameSource(subscription.ToSource(isLines: false));
    }

    /// <summary>
    /// A comment <c>: ping</c>, or <see cref="KeepAliveEvent"/>, is sent after this long without a write; null takes <see cref="JeroOptions.KeepAlive"/>,
    /// <see cref="Timeout.InfiniteTimeSpan"/> means never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? KeepAlive
    {
        get;
        init => field = JeroOptions.PositiveOrInfinite(value, nameof(KeepAlive));
    }

    /// <summary>
    /// The name of an event that is sent in place of the comment, with empty data and no id: an <c>EventSource</c> hides comments from its
    /// page, and a page that is to notice a silent server has to see something. Null takes <see cref="JeroOptions.KeepAliveEvent"/>, empty
    /// means the comment.
    /// </summary>
    /// <exception cref="ArgumentException">It holds a CR, an LF or a NUL.</exception>
    public string? KeepAliveEvent
    {
        get;
        init => field = EventText.OneLine(value, "KeepAliveEvent", nameof(KeepAliveEvent));
    }

    /// <summary>
    /// The name of an event that is sent last, with empty data and no id, if and only if the source has ended by itself: a client that must
    /// know whether a finite stream is whole looks for it, since every stop and every fault ends without. Null, the default, and empty mean
    /// none.
    /// </summary>
    /// <exception cref="ArgumentException">It holds a CR, an LF or a NUL.</exception>
    public string? EndEvent
    {
        get;
        init => field = EventText.OneLine(value, "EndEvent", nameof(EndEvent));
    }

    /// <summary>
    /// The events, to test a handler without a server, whatever the response was made of: an item is an event of nothing but data, and an
    /// <see cref="SseItem{T}"/> the <see cref="ServerSentEvent{T}"/> of the same fields. Enumerating them runs the lifecycle around them, as
    /// a server does; what a server would log is thrown. A response is sent or enumerated, not both.
    /// </summary>
    /// <exception cref="InvalidOperationException">While they are enumerated: the lifecycle yields no stream, or a second one. The response is that of a
    /// topic, which <see cref="Topic{T}.ReadAsync"/> reads.</exception>
    public IAsyncEnumerable<ServerSentEvent<T>> Events =>
        EventSource?.ReadAsync()
        ?? ItemSource?.ReadAsync().Select(static item => new ServerSentEvent<T>(item))
        ?? SseItemSource?.ReadAsync().Select(static item => EventOf(item))
        ?? throw new InvalidOperationException(TopicSubscription<T>.NotReadable);

    /// <summary>The data of <see cref="Events"/> without their other fields; comments and empty events are left out.</summary>
    /// <inheritdoc cref="Events" path="/exception"/>
    public IAsyncEnumerable<T> Items =>
        ItemSource?.ReadAsync() ?? Events.Where(static item => item is { CommentText: null, IsEmpty: false }).Select(static item => item.Data);

    internal StreamSource<T>? ItemSource { get; }

    internal StreamSource<ServerSentEvent<T>>? EventSource { get; }

    internal StreamSource<SseItem<T>>? SseItemSource { get; }

    internal IFrameSource? Frames { get; }

    private protected override ValueTask DisposeSourceAsync() =>
        ItemSource?.DisposeOwnedAsync() ?? EventSource?.DisposeOwnedAsync() ?? SseItemSource?.DisposeOwnedAsync() ?? Frames!.DisposeOwnedAsync();

    // An unset type of an SseItem is "message", which to a client is none.
    private static ServerSentEvent<T> EventOf(SseItem<T> item) => new(item.Data)
    {
        Event = item.EventType == SseParser.EventTypeDefault ? null : item.EventType,
        Id = item.EventId,
        Retry = item.ReconnectionInterval,
    };
}
