using System.Runtime.CompilerServices;
using Jero.Generated;

namespace Jero.Streaming.Framing;

/// <summary>
/// Writes JSON values one after the other, each with a line feed: lines, the records of a sequence, or the elements of an array. One type
/// does all three, so that the pull loop is compiled once for each item type.
/// </summary>
/// <param name="writer">Writes an item.</param>
/// <param name="first">The byte before the first item; 0 for none.</param>
/// <param name="other">The byte before each other item.</param>
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
