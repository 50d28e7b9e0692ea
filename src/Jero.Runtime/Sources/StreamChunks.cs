using System.Buffers;
using System.Runtime.CompilerServices;

namespace Jero.Sources;

/// <summary>A stream as chunks of what one read gives.</summary>
internal sealed class StreamChunks : IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncDisposable
{
    // What the batch buffer takes whole without growing.
    private const int ChunkSize = 32 * 1024;
    private readonly Stream _stream;

    public StreamChunks(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    /// <summary>
    /// How many bytes are left of a seekable stream, before it is read; null where that is not known. Files that are made while they are
    /// read, under <c>/proc</c> for instance, have none by their own word.
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
                // What is written to a file meanwhile is not of the length that was announced.
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
