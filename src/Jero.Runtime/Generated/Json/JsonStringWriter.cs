using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes strings, as values and as keys. <see cref="BuiltInWriter"/> does the same more slowly inside of collections: the code of
/// <c>ListWriter&lt;string, …&gt;</c> is shared among all reference types, and of several the writer of strings has to be looked up.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonStringWriter : IJsonWriter<string?>, IJsonKeyWriter<string>
{
    /// <inheritdoc cref="IJsonWriter{T}.Write" />
    public void Write(BatchBuffer buffer, string? value) => JsonFormat.Write(buffer, value);
}
