using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Client.Reading;

/// <summary>Reads data of one type, whatever the name of the event.</summary>
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
