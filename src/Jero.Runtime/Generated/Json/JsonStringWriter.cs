using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes strings, as values and as keys. <see cref="BuiltInWriter"/> does the same more slowly inside collections: all reference types
/// share the code of <c>ListWriter&lt;string, …&gt;</c>, which has to look up the overload for strings.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonStringWriter : IJsonWriter<string?>, IJsonKeyWriter<string>
{
    /// <inheritdoc cref="IJsonWriter{T}.Write" />
    public void Write(BatchBuffer buffer, string? value) => JsonFormat.Write(buffer, value);
}
