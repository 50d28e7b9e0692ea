using System.ComponentModel;

namespace Jero.Generated;

/// <summary>
/// Writes enum keys by the names of their members. System.Text.Json does so even if it writes enum values as numbers. Not for enums with
/// <c>[JsonStringEnumMemberName]</c>, whose names only the generator knows.
/// </summary>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumKeyWriter<TEnum> : IJsonKeyWriter<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, TEnum key)
    {
        Span<char> name = stackalloc char[256];
        if (Enum.TryFormat(key, name, out var length))
        {
            JsonFormat.WriteString(buffer, name[..length]);
        }
        else
        {
            JsonFormat.WriteString(buffer, key.ToString());
        }
    }
}
