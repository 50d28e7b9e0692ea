using System.Buffers;
using System.Runtime.CompilerServices;

namespace Jero.Streaming;

/// <summary>A stream as chunks of what one read gives.</summary>
internal sealed class StreamChunks : IAsyncEnumerable<ReadOnlyMemory<byte>>, IAsyncDisposable
{
    private const int ChunkSize = 16 * 1024;
    private readonly Stream _stream;

    public StreamChunks(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    public IAsyncEnumerator<ReadOnlyMemory<byte>> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            int read;
            while ((read = await _stream.ReadAsync(chunk.AsMemory(0, ChunkSize), cancellationToken).ConfigureAwait(false)) > 0)
            {
                yield return chunk.AsMemory(0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
