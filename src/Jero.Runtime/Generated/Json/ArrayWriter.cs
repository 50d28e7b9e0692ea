using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Writes an array, or <c>null</c>.</summary>
/// <typeparam name="T">The static type of the elements.</typeparam>
/// <typeparam name="TWriter">Writes an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ArrayWriter<T, TWriter> : IJsonWriter<T[]?>
    where TWriter : struct, IJsonWriter<T>
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, T[]? value)
    {
        if (value is null)
        {
            JsonFormat.WriteNull(buffer);
        }
        else
        {
            Elements.Write<T, TWriter>(buffer, value);
        }
    }
}
