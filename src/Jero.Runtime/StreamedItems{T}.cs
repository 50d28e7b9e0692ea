using Jero.Sources;

namespace Jero;

/// <summary>Streams items in the form that the request's <c>Accept</c> chooses (RFC 9110, section 12.5.1).</summary>
/// <remarks>
/// <para>
/// The forms are <c>application/x-ndjson</c>, which is also sent if the request asks for nothing; <c>application/jsonl</c>;
/// <c>application/json-seq</c> (RFC 7464); <c>text/event-stream</c> for GET and QUERY; and <c>application/json</c>, one array, which lacks
/// its closing bracket if the stream was cut short. If a client accepts several equally, the one that it names most exactly is sent, then
/// the first in this order. A request that accepts none of them is answered with 406.
/// </para>
/// <para>
/// The response carries <c>Vary: Accept</c>. Otherwise events behave as those of <see cref="SSEResponse{T}"/>, and every other form as
/// <see cref="NDJSONStreamingResponse{T}"/>. The data of an event is always JSON, even if the item is a string.
/// </para>
/// </remarks>
/// <typeparam name="T">The item. A null reference is written as <c>null</c>, and as empty data in an event.</typeparam>
public partial class StreamedItems<T> : JeroStreamResponse
{
    /// <summary>Initializes a response that streams the items of <paramref name="source"/>.</summary>
    /// <param name="source">The items. Its enumerator gets a token that fires when the stream must stop.</param>
    public StreamedItems(IAsyncEnumerable<T> source) => Source = StreamSource<T>.Of(source);

    /// <summary>Initializes a response that streams the items of the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">An iterator that sets up before its <c>yield return</c> and tears down after it.</param>
    public StreamedItems(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) => Source = StreamSource<T>.WithLifecycle(lifecycle);

    /// <summary>
    /// Gets how long a stream of events may go without a write before the server sends a keepalive: the comment <c>: ping</c>, or
    /// <see cref="JeroOptions.KeepAliveEvent"/>. Other forms have no keepalive. Null, the default, takes
    /// <see cref="JeroOptions.KeepAlive"/>; <see cref="Timeout.InfiniteTimeSpan"/> means never.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is zero, negative but not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than about 49.7 days.
    /// </exception>
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
