using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Jero.Client.Generated;

/// <summary>Durations by ISO 8601, such as <c>PT1H30M</c>. Years and months are counted as 365 and 30 days.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IsoDurationConverter : JsonConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return XmlConvert.ToTimeSpan(reader.GetString() ?? "");
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidOperationException)
        {
            throw new JsonException("The value is no duration by ISO 8601.", exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(XmlConvert.ToString(value));
    }
}
