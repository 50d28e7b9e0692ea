using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json;

/// <summary>
/// A <see cref="JsonObject"/> whose members are known to differ. One that System.Text.Json reads finds out when it is first used, which would
/// be in the handler.
/// </summary>
internal static class UniqueJsonObject
{
    public static JsonTypeInfo TypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<JsonObject?>(options, new Converter());

    /// <summary>The metadata of a bag of extension data, whose entries are set one by one: System.Text.Json takes only its own there.</summary>
    public static JsonTypeInfo? OfExtensionData(Type type, JsonSerializerOptions options) =>
        type == typeof(JsonObject) ? JsonMetadataServices.CreateValueInfo<JsonObject?>(options, JsonMetadataServices.JsonObjectConverter) : null;

    private sealed class Converter : JsonConverter<JsonObject?>
    {
        public override JsonObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new MisfitException("", "has to be an object");
            }

            var value = JsonObject.Create(
                JsonElement.ParseValue(ref reader), new JsonNodeOptions { PropertyNameCaseInsensitive = options.PropertyNameCaseInsensitive })!;
            try
            {
                _ = value.Count;
                return value;
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                // A name that is there twice, or half a surrogate pair.
                throw new MisfitException("", "may not have a name twice, nor one that is no text");
            }
        }

        public override void Write(Utf8JsonWriter writer, JsonObject? value, JsonSerializerOptions options) =>
            JsonMetadataServices.JsonObjectConverter.Write(writer, value, options);
    }
}
