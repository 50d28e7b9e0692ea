using System.ComponentModel;
using System.Text.Json;

#if JERO_CLIENT
namespace Jero.Client.Generated;
#else
namespace Jero.Generated;
#endif

/// <summary>Reads an object or text that may be null.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TReader">Reads one that is not null.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullReader<T, TReader> : IJsonReader<T?>
    where T : class
    where TReader : struct, IJsonReader<T>
{
    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out T? value)
    {
        value = null;
        return reader.TokenType == JsonTokenType.Null || default(TReader).TryRead(ref reader, out value);
    }
}
