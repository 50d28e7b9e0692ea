using System.ComponentModel;
using System.Text.Json;

namespace Jero.Generated;

/// <summary>Reads an array to an array.</summary>
/// <typeparam name="T">The type of its items.</typeparam>
/// <typeparam name="TReader">Reads one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ArrayReader<T, TReader> : IJsonReader<T[]>
    where TReader : struct, IJsonReader<T>
{
    /// <inheritdoc />
    public bool TryRead(ref Utf8JsonReader reader, out T[] value)
    {
        var isRead = default(ListReader<T, TReader>).TryRead(ref reader, out var items);
        value = isRead ? [.. items] : [];
        return isRead;
    }
}
