using System.Buffers;
using System.Runtime.CompilerServices;

namespace Jero.Sources;

/// <summary>Reads a stream as chunks, one for each read.</summary>
internal sealed class StreamChunks : IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncDisposable
{
    // The size that the batch buffer takes without growing.
    private const int ChunkSize = 32 * 1024;
    private readonly Stream _stream;

    public StreamChunks(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    /// <summary>
    /// How many bytes a seekable stream has left before it is read; null if that is not known. A file that is generated while it is read,
    /// for instance under <c>/proc</c>, reports a length of 0.
    /// </summary>
    public long? Length => _stream.CanSeek && _stream.Length - _stream.Position is > 0 and var length ? length : null;

    public Type SourceType => _stream.GetType();

    public IAsyncEnumerator<ReadOnlyMemory<byte>> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = Length;
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            int read;
            while (left != 0
                && (read = await _stream.ReadAsync(chunk.AsMemory(0, (int)Math.Min(ChunkSize, left ?? ChunkSize)), cancellationToken).ConfigureAwait(false)) > 0)
            {
                // Bytes that are written to the file in the meantime do not belong to the length that was announced.
                left -= read;
                yield return chunk.AsMemory(0, read);
            }

            if (left > 0)
            {
                throw new EndOfStreamException($"The stream ended {left} bytes before its length.");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
