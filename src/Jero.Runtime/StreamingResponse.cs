using System.IO.Pipelines;
using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>Bytes, chunk by chunk as given, as <c>application/octet-stream</c> unless set. An empty chunk is skipped.</summary>
public partial class StreamingResponse : JeroStreamResponse, IContentTypeHttpResult
{
    /// <summary>Streams the chunks of <paramref name="source"/>. A chunk must stay valid until the next one is asked for.</summary>
    /// <param name="source">The chunks.</param>
    public StreamingResponse(IAsyncEnumerable<ReadOnlyMemory<byte>> source) => Chunks = StreamSource<ReadOnlyMemory<byte>>.Of(source);

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{ReadOnlyMemory{byte}})"/>
    public StreamingResponse(IAsyncEnumerable<byte[]> source) => Arrays = StreamSource<byte[]>.Of(source);

    /// <summary>Streams the chunks of the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">Sets up before its <c>yield return</c> and tears down after it.</param>
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<ReadOnlyMemory<byte>>> lifecycle) =>
        Chunks = StreamSource<ReadOnlyMemory<byte>>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{IAsyncEnumerable{ReadOnlyMemory{byte}}})"/>
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<byte[]>> lifecycle) => Arrays = StreamSource<byte[]>.WithLifecycle(lifecycle);

    /// <summary>
    /// Streams what <paramref name="source"/> reads from where it stands, and disposes it at teardown. Of a seekable stream the length is sent as
    /// Content-Length, and no more than that is read.
    /// </summary>
    /// <param name="source">A readable stream.</param>
    public StreamingResponse(Stream source) => Chunks = StreamSource<ReadOnlyMemory<byte>>.Owning(new StreamChunks(source));

    /// <summary>Streams what <paramref name="source"/> reads, and completes it at teardown.</summary>
    /// <param name="source">The reading end of a pipe.</param>
    public StreamingResponse(PipeReader source) => Chunks = StreamSource<ReadOnlyMemory<byte>>.Owning(new PipeReaderChunks(source));

    /// <summary>The media type.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>How many bytes the body has, before it is read; null where that is not known.</summary>
    internal long? Length => (Chunks?.Owned as StreamChunks)?.Length;

    internal StreamSource<ReadOnlyMemory<byte>>? Chunks { get; }

    internal StreamSource<byte[]>? Arrays { get; }

    private protected override ValueTask DisposeSourceAsync() => Chunks?.DisposeOwnedAsync() ?? Arrays!.DisposeOwnedAsync();
}
