using System.Runtime.CompilerServices;
using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>
/// JSON values one behind the other, each with a line end: lines, the records of a sequence, or the elements of an array. One type for all, so
/// that the pull loop is compiled once for an item.
/// </summary>
/// <param name="writer">Writes an item.</param>
/// <param name="first">What stands before the first item; 0 where nothing does.</param>
/// <param name="other">What stands before each other one.</param>
internal struct JsonItemsFraming<T, TWriter>(TWriter writer, byte first, byte other) : IFraming<T>
    where TWriter : struct, IJsonWriter<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(BatchBuffer buffer, T item)
    {
        if (first != 0)
        {
            buffer.WriteByte(first);
            first = other;
        }

        writer.Write(buffer, item);
        buffer.Write("\n"u8);
    }
}
