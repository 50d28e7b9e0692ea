using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Jero.Generated;

/// <summary>
/// Writes any collection as an array, or <c>null</c>. An array, a <see cref="List{T}"/> or an <see cref="ImmutableArray{T}"/> is written
/// without an enumerator.
/// </summary>
/// <typeparam name="TCollection">The static type of the collection, which may be a value type.</typeparam>
/// <typeparam name="T">The static type of the elements.</typeparam>
/// <typeparam name="TWriter">Writes an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumerableWriter<TCollection, T, TWriter> : IJsonWriter<TCollection>
    where TCollection : IEnumerable<T>?
    where TWriter : struct, IJsonWriter<T>
{
    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The value is a default <see cref="ImmutableArray{T}"/>.</exception>
    public void Write(BatchBuffer buffer, TCollection value)
    {
        switch (value)
        {
            case null:
                JsonFormat.WriteNull(buffer);
                break;
            case ImmutableArray<T> { IsDefault: false } array:
                Elements.Write<T, TWriter>(buffer, array.AsSpan());
                break;
            case T[] array:
                Elements.Write<T, TWriter>(buffer, array);
                break;
            // A derived list may enumerate differently.
            case List<T> list when list.GetType() == typeof(List<T>):
                Elements.Write<T, TWriter>(buffer, CollectionsMarshal.AsSpan(list));
                break;
            default:
                WriteEnumerated(buffer, value);
                break;
        }
    }

    private static void WriteEnumerated(BatchBuffer buffer, TCollection value)
    {
        using var elements = value!.GetEnumerator();
        buffer.PushDepth();
        buffer.WriteByte((byte)'[');
        if (elements.MoveNext())
        {
            default(TWriter).Write(buffer, elements.Current);
            while (elements.MoveNext())
            {
                buffer.WriteByte((byte)',');
                default(TWriter).Write(buffer, elements.Current);
            }
        }

        buffer.WriteByte((byte)']');
        buffer.PopDepth();
    }
}
