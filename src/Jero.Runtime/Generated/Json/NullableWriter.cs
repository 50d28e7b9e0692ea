using System.ComponentModel;

namespace Jero.Generated;

/// <summary>Writes a nullable value type: the value, or <c>null</c>.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TWriter">Writes the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableWriter<T, TWriter> : IJsonWriter<T?>
    where T : struct
    where TWriter : struct, IJsonWriter<T>
{
    /// <inheritdoc />
    public void Write(BatchBuffer buffer, T? value)
    {
        if (value.HasValue)
        {
            default(TWriter).Write(buffer, value.GetValueOrDefault());
        }
        else
        {
            JsonFormat.WriteNull(buffer);
        }
    }
}
