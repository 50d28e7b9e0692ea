using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>Lines that were written before, each behind the mark of its format, such as the RS of RFC 7464.</summary>
internal readonly struct MarkedLineFraming(byte mark) : IFraming<ReadOnlyMemory<byte>>
{
    public void Write(BatchBuffer buffer, ReadOnlyMemory<byte> item)
    {
        // Nothing is no item.
        if (!item.IsEmpty)
        {
            buffer.WriteByte(mark);
            buffer.Write(item.Span);
        }
    }
}
