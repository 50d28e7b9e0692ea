using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// Provides the metadata of body values whose type is known only at run time. System.Text.Json looks into them only when they are first
/// used, so each is registered with <see cref="KeptValues"/>.
/// </summary>
internal static class FreeValues
{
    /// <summary>Returns the metadata of one of these types; null for any other type.</summary>
    public static JsonTypeInfo? TypeInfo(Type type, JsonSerializerOptions options) =>
        type == typeof(JsonNode) ? Create(options, new NodeConverter<JsonNode>("a value"))
        : type == typeof(JsonObject) ? Create(options, new NodeConverter<JsonObject>("an object"))
        : type == typeof(JsonArray) ? Create(options, new NodeConverter<JsonArray>("an array"))
        : type == typeof(JsonValue) ? Create(options, new NodeConverter<JsonValue>("text, a number, true or false"))
        : type == typeof(JsonElement) ? Element(options)
        : type == typeof(JsonElement?) ? ElementOrNull(options)
        : type == typeof(JsonDocument) ? Create(options, new DocumentConverter())
        : type == typeof(object) ? Create(options, new AnyConverter())
        : null;

    private static JsonTypeInfo<JsonElement> Element(JsonSerializerOptions options) => Create(options, new ElementConverter());

    private static JsonTypeInfo<JsonElement?> ElementOrNull(JsonSerializerOptions options) => OptionsConverters.TypeInfo<JsonElement?>(options)
        ?? JsonMetadataServices.CreateValueInfo<JsonElement?>(options, JsonMetadataServices.GetNullableConverter(Element(options)));

    private static JsonTypeInfo<T> Create<T>(JsonSerializerOptions options, JsonConverter<T> converter) =>
        OptionsConverters.TypeInfo<T>(options) ?? JsonMetadataServices.CreateValueInfo<T>(options, converter);

    private static JsonNode? NodeOf(JsonElement element, JsonSerializerOptions options)
    {
        var nodeOptions = new JsonNodeOptions { PropertyNameCaseInsensitive = options.PropertyNameCaseInsensitive };
        KeptElement.Keep(element, options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return element.ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(element, nodeOptions),
            JsonValueKind.Array => JsonArray.Create(element, nodeOptions),
            _ => JsonValue.Create(element, nodeOptions),
        };
    }

    private sealed class NodeConverter<T>(string kind) : JsonConverter<T>
        where T : JsonNode
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            NodeOf(JsonElement.ParseValue(ref reader), options) as T ?? throw new MisfitException("", $"must be {kind}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.WriteTo(writer, options);
    }

    private sealed class ElementConverter : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            KeptElement.Keep(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);
    }

    private sealed class DocumentConverter : JsonConverter<JsonDocument?>
    {
        public override bool HandleNull => true;

        public override JsonDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var document = JsonDocument.ParseValue(ref reader);
            KeptElement.Keep(document.RootElement);
            return document;
        }

        public override void Write(Utf8JsonWriter writer, JsonDocument? value, JsonSerializerOptions options) =>
            JsonMetadataServices.JsonDocumentConverter.Write(writer, value, options);
    }

    private sealed class AnyConverter : JsonConverter<object?>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);
            return options.UnknownTypeHandling == JsonUnknownTypeHandling.JsonNode ? NodeOf(element, options) : KeptElement.Keep(element);
        }

        public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
            JsonMetadataServices.ObjectConverter.Write(writer, value, options);
    }
}
