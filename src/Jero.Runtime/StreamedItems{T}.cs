using Jero.Sources;

namespace Jero;

/// <summary>
/// Items in the form that the request's <c>Accept</c> chooses (RFC 9110, section 12.5.1): <c>application/x-ndjson</c>, also where nothing is
/// asked for, <c>application/jsonl</c>, <c>application/json-seq</c> (RFC 7464), <c>text/event-stream</c> for GET and QUERY, or
/// <c>application/json</c>, one array whose closing bracket is missing where the stream was cut short. Of types that a client takes alike the
/// one that it names most exactly is sent, then the first of these. A request that takes none of them is answered with 406. The response
/// carries <c>Vary: Accept</c>, and otherwise behaves as the wrapper of the form: as <see cref="SSEResponse{T}"/> for events, else as
/// <see cref="NDJSONStreamingResponse{T}"/>. The data of an event is JSON, also of a string.
/// </summary>
/// <typeparam name="T">The item; a null reference is <c>null</c>, and empty data of an event.</typeparam>
public partial class StreamedItems<T> : JeroStreamResponse
{
    /// <summary>Streams the items of <paramref name="source"/>.</summary>
    /// <param name="source">The items. Its enumerator gets the token that fires when the stream is to stop.</param>
    public StreamedItems(IAsyncEnumerable<T> source) => Source = StreamSource<T>.Of(source);

    /// <summary>Streams the items of the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">Sets up before its <c>yield return</c> and tears down after it.</param>
    public StreamedItems(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) => Source = StreamSource<T>.WithLifecycle(lifecycle);

    /// <summary>
    /// Of events alone: a comment <c>: ping</c>, or <see cref="JeroOptions.KeepAliveEvent"/>, is sent after this long without a write; null
    /// takes <see cref="JeroOptions.KeepAlive"/>, <see cref="Timeout.InfiniteTimeSpan"/> means never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan? KeepAlive
    {
        get;
        init => field = JeroOptions.PositiveOrInfinite(value, nameof(KeepAlive));
    }

    /// <inheritdoc cref="NDJSONStreamingResponse{T}.Items"/>
    public IAsyncEnumerable<T> Items => Source.ReadAsync();

    internal StreamSource<T> Source { get; }

    private protected override ValueTask DisposeSourceAsync() => Source.DisposeOwnedAsync();
}
