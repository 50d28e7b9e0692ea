using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes strings, as values and as keys; a null value is <c>null</c>. A struct of its own, since code that is shared between
/// reference types cannot tell which of several implementations of <see cref="IJsonWriter{T}"/> is meant, and would look it up for
/// each item.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonStringWriter : IJsonWriter<string?>, IJsonKeyWriter<string>
{
    /// <inheritdoc cref="IJsonWriter{T}.Write" />
    public void Write(BatchBuffer buffer, string? value) => JsonFormat.Write(buffer, value);
}
