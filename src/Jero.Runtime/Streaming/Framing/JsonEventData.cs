using System.Runtime.CompilerServices;
using Jero.Generated;

namespace Jero.Streaming.Framing;

internal readonly struct JsonEventData<T, TWriter>(TWriter writer) : IEventData<T>
    where TWriter : struct, IJsonWriter<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(BatchBuffer buffer, T data)
    {
        buffer.Write("data: "u8);
        writer.Write(buffer, data);
        buffer.Write("\n"u8);
    }
}
