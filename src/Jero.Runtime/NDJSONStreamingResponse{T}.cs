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

    /// <summary>The media type; <c>application/jsonl</c> is the other name in use.</summary>
    public string ContentType { get; init; } = "application/x-ndjson";

    internal StreamSource<T> Source { get; }

    private protected override ValueTask DisposeSourceAsync() => Source.DisposeOwnedAsync();
}
