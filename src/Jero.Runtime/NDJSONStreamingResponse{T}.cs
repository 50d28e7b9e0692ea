using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Streams items as NDJSON (NDJSON 1.0.0), one <typeparamref name="T"/> as compact JSON on each line, as <c>application/x-ndjson</c> unless
/// <see cref="ContentType"/> is set.
/// </summary>
/// <typeparam name="T">The item. A null reference is written as the line <c>null</c>.</typeparam>
public partial class NDJSONStreamingResponse<T> : JeroStreamResponse, IContentTypeHttpResult
{
    /// <summary>Initializes a response that streams the items of <paramref name="source"/>.</summary>
    /// <param name="source">The items. Its enumerator gets a token that fires when the stream must stop.</param>
    public NDJSONStreamingResponse(IAsyncEnumerable<T> source) => Source = StreamSource<T>.Of(source);

    /// <summary>Initializes a response that streams the items of the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">An iterator that sets up before its <c>yield return</c> and tears down after it.</param>
    public NDJSONStreamingResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) => Source = StreamSource<T>.WithLifecycle(lifecycle);

    /// <summary>
    /// Initializes a response that streams the items of a topic. A line has no place for an id or an event name. Therefore a subscriber
    /// that falls behind is cut short, and a request that resumes after an id that is no longer kept is answered with 410.
    /// </summary>
    /// <param name="subscription">The subscription, from <see cref="Topic{T}.Subscribe"/>. It can be sent once.</param>
    public NDJSONStreamingResponse(TopicSubscription<T> subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        Frames = new FrameSource(subscription.ToSource(isLines: true));
    }

    /// <summary>
    /// Gets the media type. The default is <c>application/x-ndjson</c>; <c>application/jsonl</c> is another common name. With
    /// <c>application/json-seq</c> (RFC 7464) or a type that ends in <c>+json-seq</c> (RFC 8091), each item begins with RS (0x1E), so that
    /// a reader can tell that the item before it was cut off.
    /// </summary>
    public string ContentType { get; init; } = "application/x-ndjson";

    /// <summary>
    /// Gets the items, to test a handler without a server. Enumerating them runs the lifecycle around them, as a server does, and throws
    /// what a server would log. Either send a response or enumerate it, not both.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The response is that of a topic, which <see cref="Topic{T}.ReadAsync"/> reads. Or, during enumeration, the lifecycle yields no
    /// stream, or a second one.
    /// </exception>
    public IAsyncEnumerable<T> Items => Source?.ReadAsync() ?? throw new InvalidOperationException(TopicSubscription<T>.NotReadable);

    internal StreamSource<T>? Source { get; }

    internal IStreamSource? Frames { get; }

    private protected override ValueTask DisposeSourceAsync() => Source?.DisposeOwnedAsync() ?? Frames!.DisposeOwnedAsync();
}
