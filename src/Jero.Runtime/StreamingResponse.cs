using System.IO.Pipelines;
using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>Bytes, chunk by chunk as given, as <c>application/octet-stream</c> unless set. An empty chunk is skipped.</summary>
public partial class StreamingResponse : JeroStreamResponse, IContentTypeHttpResult
{
    /// <summary>Streams the chunks of <paramref name="source"/>. A chunk must stay valid until the next one is asked for.</summary>
    /// <param name="source">The chunks.</param>
    public StreamingResponse(IAsyncEnumerable<ReadOnlyMemory<byte>> source) => ChunkSource = StreamSource<ReadOnlyMemory<byte>>.Of(source);

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{ReadOnlyMemory{byte}})"/>
    public StreamingResponse(IAsyncEnumerable<byte[]> source) => ArraySource = StreamSource<byte[]>.Of(source);

    /// <summary>Streams the chunks of the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">Sets up before its <c>yield return</c> and tears down after it.</param>
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<ReadOnlyMemory<byte>>> lifecycle) =>
        ChunkSource = StreamSource<ReadOnlyMemory<byte>>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{IAsyncEnumerable{ReadOnlyMemory{byte}}})"/>
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<byte[]>> lifecycle) => ArraySource = StreamSource<byte[]>.WithLifecycle(lifecycle);

    /// <summary>
    /// Streams what <paramref name="source"/> reads from where it stands, and disposes it at teardown. Of a seekable stream the length is sent as
    /// Content-Length, and no more than that is read.
    /// </summary>
    /// <param name="source">A readable stream.</param>
    public StreamingResponse(Stream source) => ChunkSource = StreamSource<ReadOnlyMemory<byte>>.Owning(new StreamChunks(source));

    /// <summary>Streams what <paramref name="source"/> reads, and completes it at teardown.</summary>
    /// <param name="source">The reading end of a pipe.</param>
    public StreamingResponse(PipeReader source) => ChunkSource = StreamSource<ReadOnlyMemory<byte>>.Owning(new PipeReaderChunks(source));

    /// <summary>The media type.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>How many bytes the body has, before it is read; null where that is not known.</summary>
    internal long? Length => (ChunkSource?.Owned as StreamChunks)?.Length;

    /// <summary>
    /// The chunks, to test a handler without a server; one stays valid until the next is asked for. Enumerating them runs the lifecycle
    /// around them and disposes a <see cref="Stream"/> or completes a <see cref="PipeReader"/>, as a server does; what a server would log is
    /// thrown. A response is sent or enumerated, not both.
    /// </summary>
    /// <exception cref="InvalidOperationException">While they are enumerated: the lifecycle yields no stream, or a second one.</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> Chunks =>
        ChunkSource?.ReadAsync() ?? ArraySource!.ReadAsync().Select(static chunk => new ReadOnlyMemory<byte>(chunk));

    internal StreamSource<ReadOnlyMemory<byte>>? ChunkSource { get; }

    internal StreamSource<byte[]>? ArraySource { get; }

    private protected override ValueTask DisposeSourceAsync() => ChunkSource?.DisposeOwnedAsync() ?? ArraySource!.DisposeOwnedAsync();
}
