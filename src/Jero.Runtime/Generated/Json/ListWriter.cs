using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Jero.Generated;

/// <summary>Writes a list, or <c>null</c>.</summary>
/// <typeparam name="T">The static type of the elements.</typeparam>
/// <typeparam name="TWriter">Writes an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListWriter<T, TWriter> : IJsonWriter<List<T>?>
    where TWriter : struct, IJsonWriter<T>
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, List<T>? value)
    {
        if (value is null)
        {
            JsonFormat.WriteNull(buffer);
        }
        else
        {
            Elements.Write<T, TWriter>(buffer, CollectionsMarshal.AsSpan(value));
        }
    }
}
