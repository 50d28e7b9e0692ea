using System.ComponentModel;
using System.Text.Json;

#if JERO_CLIENT
namespace Jero.Client.Generated;
#else
namespace Jero.Generated;
#endif

/// <summary>
/// Reads the JSON that is usual for a type: each member once, by its own name, in its usual form. All other JSON is left to System.Text.Json,
/// which reads it again from its start, so that what is read and what is refused are the same. Implemented by structs, as writers are.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonReader<T>
{
    /// <summary>Reads the value whose first token the reader stands on, and leaves the reader on its last.</summary>
    /// <returns>False where the JSON is unusual; the reader may stand anywhere then.</returns>
    bool TryRead(ref Utf8JsonReader reader, out T value);
}

/// <summary>The method of an <see cref="IJsonReader{T}"/>.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="reader">Stands on the first token of the value.</param>
/// <param name="value">What was read.</param>
/// <returns>False where the JSON is unusual.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool TryReadJson<T>(ref Utf8JsonReader reader, out T value);
