using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes a value as compact JSON. Implemented by structs, so that a loop that is generic over one is compiled for it alone:
/// no interface call, no delegate.
/// </summary>
/// <typeparam name="T">The static type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonWriter<in T>
{
    /// <summary>Appends <paramref name="value"/>; a null reference is the literal <c>null</c>.</summary>
    void Write(BatchBuffer buffer, T value);
}
