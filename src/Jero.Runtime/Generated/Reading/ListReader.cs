using System.ComponentModel;
using System.Text.Json;

#if JERO_CLIENT
namespace Jero.Client.Generated;
#else
namespace Jero.Generated;
#endif

/// <summary>Reads an array to a list.</summary>
/// <typeparam name="T">The type of its items.</typeparam>
/// <typeparam name="TReader">Reads one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListReader<T, TReader> : IJsonReader<List<T>>
    where TReader : struct, IJsonReader<T>
{
    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out List<T> value)
    {
        value = [];
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!default(TReader).TryRead(ref reader, out var item))
            {
                return false;
            }

            value.Add(item);
        }

        return true;
    }
}
