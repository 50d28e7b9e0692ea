using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes a value as compact JSON. Implementations are structs, so that generic code is compiled for each of them, without an interface
/// call or a delegate.
/// </summary>
/// <typeparam name="T">The static type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonWriter<in T>
{
    /// <summary>Appends <paramref name="value"/>. A null reference is written as the literal <c>null</c>.</summary>
    void Write(BatchBuffer buffer, T value);
}
