using System.IO.Pipelines;
using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Streams bytes, chunk by chunk as the source yields them, as <c>application/octet-stream</c> unless <see cref="ContentType"/> is set.
/// Empty chunks are skipped.
/// </summary>
public partial class StreamingResponse : JeroStreamResponse, IContentTypeHttpResult, IByteResponse
{
    /// <summary>Initializes a response that streams the chunks of <paramref name="source"/>.</summary>
    /// <param name="source">The chunks. A chunk must stay valid until the next one is asked for.</param>
    public StreamingResponse(IAsyncEnumerable<ReadOnlyMemory<byte>> source) => ChunkSource = StreamSource<ReadOnlyMemory<byte>>.Of(source);

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{ReadOnlyMemory{byte}})"/>
    public StreamingResponse(IAsyncEnumerable<byte[]> source) => ArraySource = StreamSource<byte[]>.Of(source);

    /// <summary>Initializes a response that streams the chunks of the one stream that <paramref name="lifecycle"/> yields.</summary>
    /// <param name="lifecycle">An iterator that sets up before its <c>yield return</c> and tears down after it.</param>
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<ReadOnlyMemory<byte>>> lifecycle) =>
        ChunkSource = StreamSource<ReadOnlyMemory<byte>>.WithLifecycle(lifecycle);

    /// <inheritdoc cref="StreamingResponse(IAsyncEnumerable{IAsyncEnumerable{ReadOnlyMemory{byte}}})"/>
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<byte[]>> lifecycle) => ArraySource = StreamSource<byte[]>.WithLifecycle(lifecycle);

    /// <summary>
    /// Initializes a response that streams what <paramref name="source"/> reads from its current position on, and disposes it at teardown.
    /// If the stream is seekable, its remaining length is sent as Content-Length, and no more than that is read.
    /// </summary>
    /// <param name="source">A readable stream.</param>
    public StreamingResponse(Stream source) => ChunkSource = StreamSource<ReadOnlyMemory<byte>>.Owning(new StreamChunks(source));

    /// <summary>Initializes a response that streams what <paramref name="source"/> reads, and completes it at teardown.</summary>
    /// <param name="source">The reading end of a pipe.</param>
    public StreamingResponse(PipeReader source) => ChunkSource = StreamSource<ReadOnlyMemory<byte>>.Owning(new PipeReaderChunks(source));

    /// <summary>Gets the media type. The default is <c>application/octet-stream</c>.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>The length of the body in bytes, if it is known before the body is read; otherwise null.</summary>
    internal long? Length => (ChunkSource?.Owned as StreamChunks)?.Length;

    /// <summary>
    /// Gets the chunks, to test a handler without a server. A chunk stays valid until the next one is asked for. Enumerating them runs the
    /// lifecycle around them and disposes a <see cref="Stream"/> or completes a <see cref="PipeReader"/>, as a server does, and throws what
    /// a server would log. Either send a response or enumerate it, not both.
    /// </summary>
    /// <exception cref="InvalidOperationException">During enumeration, the lifecycle yields no stream, or a second one.</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> Chunks =>
        ChunkSource?.ReadAsync() ?? ArraySource!.ReadAsync().Select(static chunk => new ReadOnlyMemory<byte>(chunk));

    internal StreamSource<ReadOnlyMemory<byte>>? ChunkSource { get; }

    internal StreamSource<byte[]>? ArraySource { get; }

    private protected override ValueTask DisposeSourceAsync() => ChunkSource?.DisposeOwnedAsync() ?? ArraySource!.DisposeOwnedAsync();
}
