using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json;

/// <summary>
/// The values of a body whose type is only known at run time, read to the end. System.Text.Json looks into them when they are first used:
/// what is wrong with one would be found in the handler.
/// </summary>
internal static class WholeValues
{
    public static JsonTypeInfo Node<T>(JsonSerializerOptions options, string kind) where T : JsonNode => Create(options, new NodeConverter<T>(kind));

    public static JsonTypeInfo Element(JsonSerializerOptions options) => Create(options, new ElementConverter());

    public static JsonTypeInfo ElementOrNull(JsonSerializerOptions options) => OptionsConverters.TypeInfo<JsonElement?>(options)
        ?? JsonMetadataServices.CreateValueInfo<JsonElement?>(options, JsonMetadataServices.GetNullableConverter((JsonTypeInfo<JsonElement>)Element(options)));

    public static JsonTypeInfo Document(JsonSerializerOptions options) => Create(options, new DocumentConverter());

    public static JsonTypeInfo Any(JsonSerializerOptions options) => Create(options, new AnyConverter());

    /// <summary>The metadata of one of these types; null for any other.</summary>
    public static JsonTypeInfo? TypeInfo(Type type, JsonSerializerOptions options) =>
        type == typeof(JsonNode) ? Node<JsonNode>(options, "a value")
        : type == typeof(JsonObject) ? Node<JsonObject>(options, "an object")
        : type == typeof(JsonArray) ? Node<JsonArray>(options, "an array")
        : type == typeof(JsonValue) ? Node<JsonValue>(options, "text, a number, true or false")
        : type == typeof(JsonElement) ? Element(options)
        : type == typeof(JsonElement?) ? ElementOrNull(options)
        : type == typeof(JsonDocument) ? Document(options)
        : type == typeof(object) ? Any(options)
        : null;

    /// <summary>Checks a node and all that is in it.</summary>
    /// <exception cref="MisfitException">A name is there twice.</exception>
    public static void Check(JsonNode? node)
    {
        if (FindRepeated(node) is { } place)
        {
            throw new MisfitException(place, "may not have a name twice");
        }
    }

    private static JsonTypeInfo<T> Create<T>(JsonSerializerOptions options, JsonConverter<T> converter) =>
        OptionsConverters.TypeInfo<T>(options) ?? JsonMetadataServices.CreateValueInfo<T>(options, converter);

    private static string? FindRepeated(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    if (FindRepeated(array[i]) is { } place)
                    {
                        return JsonPath.Index(i) + place;
                    }
                }

                return null;
            case JsonObject entity:
                try
                {
                    _ = entity.Count;
                }
                catch (ArgumentException)
                {
                    return "";
                }

                foreach (var (name, value) in entity)
                {
                    if (FindRepeated(value) is { } place)
                    {
                        return JsonPath.Member(name) + place;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private static JsonNode? NodeOf(JsonElement element, JsonSerializerOptions options)
    {
        var nodeOptions = new JsonNodeOptions { PropertyNameCaseInsensitive = options.PropertyNameCaseInsensitive };
        JsonNode? node = KeptText.Check(element).ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(element, nodeOptions),
            JsonValueKind.Array => JsonArray.Create(element, nodeOptions),
            _ => JsonValue.Create(element, nodeOptions),
        };
        Check(node);
        return node;
    }

    private sealed class NodeConverter<T>(string kind) : JsonConverter<T>
        where T : JsonNode
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            NodeOf(JsonElement.ParseValue(ref reader), options) as T ?? throw new MisfitException("", $"has to be {kind}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.WriteTo(writer, options);
    }

    private sealed class ElementConverter : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            KeptText.Check(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);
    }

    private sealed class DocumentConverter : JsonConverter<JsonDocument?>
    {
        public override bool HandleNull => true;

        public override JsonDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var document = JsonDocument.ParseValue(ref reader);
            _ = KeptText.Check(document.RootElement);
            return document;
        }

        public override void Write(Utf8JsonWriter writer, JsonDocument? value, JsonSerializerOptions options) =>
            JsonMetadataServices.JsonDocumentConverter.Write(writer, value, options);
    }

    private sealed class AnyConverter : JsonConverter<object?>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            options.UnknownTypeHandling == JsonUnknownTypeHandling.JsonNode
                ? NodeOf(JsonElement.ParseValue(ref reader), options)
                : KeptText.Check(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
            JsonMetadataServices.ObjectConverter.Write(writer, value, options);
    }
}
