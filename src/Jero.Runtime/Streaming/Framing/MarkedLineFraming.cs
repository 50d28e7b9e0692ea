using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>Writes lines that are ready, each after the mark of its format, such as the RS of RFC 7464.</summary>
internal readonly struct MarkedLineFraming(byte mark) : IFraming<ReadOnlyMemory<byte>>
{
    public void Write(BatchBuffer buffer, ReadOnlyMemory<byte> item)
    {
        // An empty line is not an item.
        if (!item.IsEmpty)
        {
            buffer.WriteByte(mark);
            buffer.Write(item.Span);
        }
    }
}
