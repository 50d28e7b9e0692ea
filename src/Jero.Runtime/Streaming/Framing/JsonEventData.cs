using System.Runtime.CompilerServices;
using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>One line of JSON; for null one line without data, as the framework sends it.</summary>
internal readonly struct JsonEventData<T, TWriter>(TWriter writer) : IEventData<T>
    where TWriter : struct, IJsonWriter<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(BatchBuffer buffer, T data)
    {
        buffer.Write("data: "u8);
        if (data is not null)
        {
            writer.Write(buffer, data);
        }

        buffer.Write("\n"u8);
    }
}
