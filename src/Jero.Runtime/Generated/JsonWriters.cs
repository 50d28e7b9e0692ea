using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Writes every type that JSON has a form of its own for: strings, numbers, dates, and nullables of each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BuiltInWriter : IJsonWriter<string?>, IJsonWriter<bool>, IJsonWriter<int>
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, string? value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, bool value) => JsonFormat.Write(buffer, value);

    /// <inheritdoc />
    public void Write(BatchBuffer buffer, int value) => JsonFormat.Write(buffer, value);
}
