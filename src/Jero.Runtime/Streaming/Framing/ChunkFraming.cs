using Jero.Generated;

namespace Jero.Streaming.Framing;

internal readonly struct ChunkFraming : IFraming<ReadOnlyMemory<byte>>, IFraming<byte[]>
{
    public void Write(BatchBuffer buffer, ReadOnlyMemory<byte> item) => buffer.Write(item.Span);

    public void Write(BatchBuffer buffer, byte[] item) => buffer.Write(item);
}
