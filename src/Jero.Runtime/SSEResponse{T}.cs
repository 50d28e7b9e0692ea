using System.Net.ServerSentEvents;
using Jero.Sources;

namespace Jero;

/// <summary>
/// Streams server-sent events (<c>text/event-stream</c>; WHATWG HTML, section 9.2). The source yields the data of each event as
/// <typeparamref name="T"/>, or whole events. Data is written as JSON, or as text if <typeparamref name="T"/> is <see cref="string"/>.
/// </summary>
/// <typeparam name="T">The data of one event.</typeparam>
public partial class SSEResponse<T> : JeroStreamResponse
{
    /// <summary>Initializes a response that streams each item of <paramref name="source"/> as an event.</summary>
    /// <param name="source">The events, or the data of each. Its enumerator gets a token that fires when the stream must stop.</param>
    public SSEResponse(IAsyncEnumerable<T> source) => Source = StreamSource<T>.Of(source);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<ServerSentEvent<T>> source) => Source = StreamSource<ServerSentEvent<T>>.Of(source);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{T})"/>
    public SSEResponse(IAsyncEnumerable<SseItem<T>> source) => Source = StreamSource<SseItem<T>>.Of(source);

    /// <summary>Initializes a response that streams the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">An iterator that sets up before its <c>yield return</c> and tears down after it.</param>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) => Source = StreamSource<T>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<T>>> lifecycle) =>
        Source = StreamSource<ServerSentEvent<T>>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="SSEResponse{T}(IAsyncEnumerable{IAsyncEnumerable{T}})"/>
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<SseItem<T>>> lifecycle) => Source = StreamSource<SseItem<T>>.WithLifecycle(lifecycle);

    /// <summary>
    /// Initializes a response that streams the events of a topic, after the event that <see cref="TopicSubscription{T}.StartWith"/> has
    /// set.
    /// </summary>
    /// <param name="subscription">The subscription, from <see cref="Topic{T}.Subscribe"/>. It can be sent once.</param>
    public SSEResponse(TopicSubscription<T> subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        Source = new FrameSource(subscription.ToSource(isLines: false));
    }

    /// <summary>
    /// Gets how long the stream may go without a write before the server sends a keepalive: the comment <c>: ping</c>, or
    /// <see cref="KeepAliveEvent"/>. Null, the default, takes <see cref="JeroOptions.KeepAlive"/>; <see cref="Timeout.InfiniteTimeSpan"/>
    /// means never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
    public TimeSpan? KeepAlive
    {
        get;
        init => field = JeroOptions.PositiveOrInfinite(value, nameof(KeepAlive));
    }

    /// <summary>
    /// Gets the name of an event that is sent as the keepalive instead of the comment, with empty data and no id. An <c>EventSource</c>
    /// hides comments from its page, so a page that must notice a silent server needs an event. Null, the default, takes
    /// <see cref="JeroOptions.KeepAliveEvent"/>; an empty string means the comment.
    /// </summary>
    /// <exception cref="ArgumentException">The value contains a CR, an LF or a NUL.</exception>
    public string? KeepAliveEvent
    {
        get;
        init => field = EventText.OneLine(value, "KeepAliveEvent", nameof(KeepAliveEvent));
    }

    /// <summary>
    /// Gets the name of an event that is sent last, with empty data and no id, if and only if the source has ended by itself. A client can
    /// tell by it that a finite stream is complete, because a stream that is stopped or fails ends without it. Null, the default, or an
    /// empty string sends no such event.
    /// </summary>
    /// <exception cref="ArgumentException">The value contains a CR, an LF or a NUL.</exception>
    public string? EndEvent
    {
        get;
        init => field = EventText.OneLine(value, "EndEvent", nameof(EndEvent));
    }

    /// <summary>
    /// Gets the events, to test a handler without a server, whatever the response was made of. An item becomes an event that has only data,
    /// and an <see cref="SseItem{T}"/> becomes the <see cref="ServerSentEvent{T}"/> with the same fields. Enumerating them runs the
    /// lifecycle around them, as a server does, and throws what a server would log. Either send a response or enumerate it, not both.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The response is that of a topic, which <see cref="Topic{T}.ReadAsync"/> reads. Or, during enumeration, the lifecycle yields no
    /// stream, or a second one.
    /// </exception>
    public IAsyncEnumerable<ServerSentEvent<T>> Events => Source switch
    {
        StreamSource<ServerSentEvent<T>> events => events.ReadAsync(),
        StreamSource<T> items => items.ReadAsync().Select(static item => new ServerSentEvent<T>(item)),
        StreamSource<SseItem<T>> items => items.ReadAsync().Select(static item => EventOf(item)),
        _ => throw new InvalidOperationException(TopicSubscription<T>.NotReadable),
    };

    /// <summary>Gets the data of <see cref="Events"/> without the other fields. Comments and empty events are left out.</summary>
    /// <inheritdoc cref="Events" path="/exception"/>
    public IAsyncEnumerable<T> Items => Source is StreamSource<T> items
        ? items.ReadAsync()
        : Events.Where(static item => item is { CommentText: null, IsEmpty: false }).Select(static item => item.Data);

    internal IStreamSource Source { get; }

    private protected override ValueTask DisposeSourceAsync() => Source.DisposeOwnedAsync();

    // An SseItem whose type is unset says "message", which is the same to a client as no type.
    private static ServerSentEvent<T> EventOf(SseItem<T> item) => new(item.Data)
    {
        Event = item.EventType == SseParser.EventTypeDefault ? null : item.EventType,
        Id = item.EventId,
        Retry = item.ReconnectionInterval,
    };
}
