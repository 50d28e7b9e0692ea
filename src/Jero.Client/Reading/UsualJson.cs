using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Client.Generated;

namespace Jero.Client.Reading;

/// <summary>Reads JSON by a generated reader if it has the usual form, otherwise by the metadata.</summary>
internal static class UsualJson
{
    /// <exception cref="JsonException">The JSON is not a T. The exception is that of System.Text.Json.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> typeInfo, TryReadJson<T>? usual)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (usual is not null && reader.Read() && usual(ref reader, out var value) && !reader.Read())
            {
                return value;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Reported again below, with its place.
        }

        return JsonSerializer.Deserialize(json, typeInfo)!;
    }
}
