using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Writes a region of memory as an array; the default one is empty.</summary>
/// <typeparam name="T">The static type of the elements.</typeparam>
/// <typeparam name="TWriter">Writes an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemoryWriter<T, TWriter> : IJsonWriter<ReadOnlyMemory<T>>, IJsonWriter<Memory<T>>
    where TWriter : struct, IJsonWriter<T>
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, ReadOnlyMemory<T> value) => Elements.Write<T, TWriter>(buffer, value.Span);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, Memory<T> value) => Elements.Write<T, TWriter>(buffer, value.Span);
}
