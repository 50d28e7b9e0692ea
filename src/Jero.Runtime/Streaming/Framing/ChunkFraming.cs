using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>Bytes as they are. Large ones are not copied: a source's array of 256 MB would be held twice.</summary>
internal readonly struct ChunkFraming : IFraming<ReadOnlyMemory<byte>>, IFraming<byte[]>
{
    // Smaller ones share a flush with their neighbours, which a copy costs less than.
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
