using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes a string, or <c>null</c>. A struct of its own, since code that is shared between reference types cannot tell which of several
/// implementations of <see cref="IJsonWriter{T}"/> is meant, and would box the writer to find out.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonStringWriter : IJsonWriter<string?>
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, string? value) => JsonFormat.Write(buffer, value);
}
