using System.ComponentModel;
using System.Text.Json;

#if JERO_CLIENT
namespace Jero.Client.Generated;
#else
namespace Jero.Generated;
#endif

/// <summary>Reads a value of a struct or null.</summary>
/// <typeparam name="T">The struct.</typeparam>
/// <typeparam name="TReader">Reads one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableReader<T, TReader> : IJsonReader<T?>
    where T : struct
    where TReader : struct, IJsonReader<T>
{
    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out T? value)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            value = null;
            return true;
        }

        var isRead = default(TReader).TryRead(ref reader, out var item);
        value = item;
        return isRead;
    }
}
