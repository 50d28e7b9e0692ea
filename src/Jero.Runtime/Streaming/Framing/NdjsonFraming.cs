using System.Runtime.CompilerServices;
using Jero.Generated;

namespace Jero.Streaming.Framing;

internal readonly struct NdjsonFraming<T, TWriter>(TWriter writer) : IFraming<T>
    where TWriter : struct, IJsonWriter<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(BatchBuffer buffer, T item)
    {
        writer.Write(buffer, item);
        buffer.Write("\n"u8);
    }
}
