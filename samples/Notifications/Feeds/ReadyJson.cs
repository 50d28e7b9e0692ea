using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notifications.Feeds;

/// <summary>JSON that was written before: a Notification, a Session in the event "welcome", null in the event "gap".</summary>
/// <param name="Utf8">One valid JSON value.</param>
/// <remarks>One notification goes to thousands of clients; it is serialized by its publisher, and here only copied.</remarks>
[JsonConverter(typeof(ReadyJsonConverter))]
public sealed record ReadyJson(ReadOnlyMemory<byte> Utf8);

internal sealed class ReadyJsonConverter : JsonConverter<ReadyJson>
{
    public override ReadyJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Ready JSON is only written.");

    public override void Write(Utf8JsonWriter writer, ReadyJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
