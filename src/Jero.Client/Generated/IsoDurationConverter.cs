using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Jero.Client.Generated;

/// <summary>Converts durations by ISO 8601, such as <c>PT1H30M</c>. A year counts as 365 days and a month as 30.</summary>
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
            throw new JsonException("The value is not an ISO 8601 duration.", exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(XmlConvert.ToString(value));
    }
}
