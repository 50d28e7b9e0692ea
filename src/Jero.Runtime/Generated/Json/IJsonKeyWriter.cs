using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Writes the keys of a dictionary as JSON property names. Implemented by structs, as <see cref="IJsonWriter{T}"/> is.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonKeyWriter<in TKey>
{
    /// <summary>Appends <paramref name="key"/> as a string literal, without the colon.</summary>
    void Write(BatchBuffer buffer, TKey key);
}
