using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Client.Reading;

/// <summary>Data of one type, whatever the event's name.</summary>
internal static class EventData
{
    public static bool Text(string eventName, ReadOnlySpan<byte> data, out string item)
    {
        item = Encoding.UTF8.GetString(data);
        return true;
    }

    public static EventReader<T> Json<T>(JsonTypeInfo<T> typeInfo) => (string _, ReadOnlySpan<byte> data, out T item) =>
    {
        item = JsonSerializer.Deserialize(data, typeInfo)!;
        return true;
    };
}
