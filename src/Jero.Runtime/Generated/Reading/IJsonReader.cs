using System.ComponentModel;
using System.Text.Json;

#if JERO_CLIENT
namespace Jero.Client.Generated;
#else
namespace Jero.Generated;
#endif

/// <summary>
/// Reads the usual JSON of a type: each member once, by its own name, in its usual form. It leaves all other JSON to System.Text.Json,
/// which reads the value again from its start, so that both accept and reject the same. Implementations are structs, as writers are.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonReader<T>
{
    /// <summary>Reads the value whose first token the reader is on, and leaves the reader on its last token.</summary>
    /// <returns>False if the JSON is unusual. The reader may then be anywhere.</returns>
    bool TryRead(ref Utf8JsonReader reader, out T value);
}

/// <summary>Represents the method of an <see cref="IJsonReader{T}"/>.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="reader">A reader on the first token of the value.</param>
/// <param name="value">The value that was read.</param>
/// <returns>False if the JSON is unusual.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool TryReadJson<T>(ref Utf8JsonReader reader, out T value);
