using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Client.Generated;

namespace Jero.Client.Reading;

/// <summary>JSON by a reader that was generated for its usual form, and by the metadata where it is unusual.</summary>
internal static class UsualJson
{
    /// <exception cref="JsonException">It is no T, as System.Text.Json says it.</exception>
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
            // Said again below, with the place.
        }

        return JsonSerializer.Deserialize(json, typeInfo)!;
    }
}
