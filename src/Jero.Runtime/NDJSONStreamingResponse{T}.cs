using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>One <typeparamref name="T"/> a line as compact JSON, <c>application/x-ndjson</c> unless set (NDJSON 1.0.0).</summary>
/// <typeparam name="T">The item; a null reference is the line <c>null</c>.</typeparam>
public partial class NDJSONStreamingResponse<T> : JeroStreamResponse, IContentTypeHttpResult
{
    /// <summary>Streams the items of <paramref name="source"/>.</summary>
    /// <param name="source">The items. Its enumerator gets the token that fires when the stream is to stop.</param>
    public NDJSONStreamingResponse(IAsyncEnumerable<T> source) => Source = StreamSource<T>.Of(source);

    /// <summary>Streams the items of the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">Sets up before its <c>yield return</c> and tears down after it.</param>
    public NDJSONStreamingResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) => Source = StreamSource<T>.WithLifecycle(lifecycle);

    /// <summary>
    /// Streams the items of a topic. A line has neither an id nor a name: a subscriber that falls behind is cut short, and one whose id is not
    /// kept any more is answered with 410.
    /// </summary>
    /// <param name="subscription">What <see cref="Topic{T}.Subscribe"/> gave. It is sent once.</param>
    public NDJSONStreamingResponse(TopicSubscription<T> subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        Frames = new FrameSource(subscription.ToSource(isLines: true));
    }

    /// <summary>
    /// The media type; <c>application/jsonl</c> is the other name in use. Under <c>application/json-seq</c> (RFC 7464), or another type that
    /// ends in <c>+json-seq</c> (RFC 8091), each item begins with RS (0x1E), by which a reader sees that the item before it was cut off.
    /// </summary>
    public string ContentType { get; init; } = "application/x-ndjson";

    /// <summary>
    /// The items, to test a handler without a server. Enumerating them runs the lifecycle around them, as a server does; what a server
    /// would log is thrown. A response is sent or enumerated, not both.
    /// </summary>
    /// <exception cref="InvalidOperationException">While they are enumerated: the lifecycle yields no stream, or a second one. The response is that of a
    /// topic, which <see cref="Topic{T}.ReadAsync"/> reads.</exception>
    public IAsyncEnumerable<T> Items => Source?.ReadAsync() ?? throw new InvalidOperationException(TopicSubscription<T>.NotReadable);

    internal StreamSource<T>? Source { get; }

    internal IFrameSource? Frames { get; }

    private protected override ValueTask DisposeSourceAsync() => Source?.DisposeOwnedAsync() ?? Frames!.DisposeOwnedAsync();
}
