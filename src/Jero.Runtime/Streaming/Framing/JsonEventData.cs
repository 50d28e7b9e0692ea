using System.Runtime.CompilerServices;
using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>Writes one line of JSON. For null it writes one line without data, as ASP.NET Core does.</summary>
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
