using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>
/// Writes bytes as they are. Large chunks are not copied, because a source's array of 256 MB would then be in memory twice.
/// </summary>
internal readonly struct ChunkFraming : IFraming<ReadOnlyMemory<byte>>, IFraming<byte[]>
{
    // Smaller chunks share a flush with their neighbours, and a copy costs less than a flush.
    private const int LargestCopy = 2 * ResponseOutput.BatchSize;

    static bool IFraming<ReadOnlyMemory<byte>>.Borrows => true;

    static bool IFraming<byte[]>.Borrows => true;

    public void Write(BatchBuffer buffer, ReadOnlyMemory<byte> item)
    {
        if (item.Length > LargestCopy)
        {
            buffer.Borrow(item);
        }
        else
        {
            buffer.Write(item.Span);
        }
    }

    public void Write(BatchBuffer buffer, byte[] item) => Write(buffer, item.AsMemory());
}
