using System.Text.Json.Nodes;

namespace Jero.OpenApi;

/// <summary>
/// Writes a document as OpenAPI 3.1, which cannot describe the items of a stream: its body is then a string, and the schema of its items an
/// extension. OpenAPI 3.1 cannot describe QUERY either, so such an operation is left out. Everything else is the same in both versions.
/// </summary>
/// <remarks>https://spec.openapis.org/oas/v3.1.0.html#media-type-object</remarks>
internal static class OpenApi31
{
    // The patch version says nothing about the content. But some tools list the versions that they read, and 3.1.0 is in every list.
    private const string Version = "3.1.0";

    public static void Rewrite(JsonObject document, JeroStreamSchema streams)
    {
        document["openapi"] = Version;
        LeaveOutQueries(document);
        foreach (var part in document)
        {
            Visit(part.Key, part.Value, streams);
        }
    }

    // A path item of 3.1 has no member for QUERY, but its description can say what is missing.
    // https://spec.openapis.org/oas/v3.1.0.html#path-item-object
    private static void LeaveOutQueries(JsonObject document)
    {
        if (document["paths"] is not JsonObject paths)
        {
            return;
        }

        foreach (var item in paths.Select(static path => path.Value).OfType<JsonObject>())
        {
            if (item.Remove("query"))
            {
                const string Missing = "This path also answers QUERY, which OpenAPI 3.1 cannot describe; the 3.2 form of this document does.";
                item["description"] = item["description"] is { } own ? $"{own} {Missing}" : Missing;
            }
        }
    }

    // Schemas and examples may have members of any name.
    private static void Visit(string? name, JsonNode? node, JeroStreamSchema streams)
    {
        if (name is "schema" or "schemas" or "itemSchema" or "example" or "examples" || name?.StartsWith("x-", StringComparison.Ordinal) == true)
        {
            return;
        }

        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Visit(null, item, streams);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (key, value) in members)
            {
                if (key == "content" && value is JsonObject content)
                {
                    RewriteContent(content, streams);
                }

                Visit(key, value, streams);
            }
        }
    }

    private static void RewriteContent(JsonObject content, JeroStreamSchema streams)
    {
        foreach (var mediaType in content.Select(static entry => entry.Value).OfType<JsonObject>())
        {
            if (mediaType.IndexOf("itemSchema") is >= 0 and var index)
            {
                var schema = mediaType["itemSchema"];
                mediaType.RemoveAt(index);
                mediaType.Insert(index, "x-itemSchema", schema);
                if (!mediaType.ContainsKey("schema"))
                {
                    mediaType.Insert(index, "schema", BodyOf(schema!, streams));
                }
            }
        }
    }

    private static JsonObject BodyOf(JsonNode item, JeroStreamSchema streams) => streams switch
    {
        JeroStreamSchema.Item => DataOf(item),
        JeroStreamSchema.Binary => new JsonObject { ["type"] = "string", ["format"] = "binary" },
        _ => new JsonObject { ["type"] = "string" },
    };

    // An item of an event stream is the event, but a generator should see its data.
    private static JsonObject DataOf(JsonNode item)
    {
        // For a topic, the first schema is the item and the second one describes the gap.
        if (item["oneOf"]?[0] is { } ofTopic && ofTopic["properties"]?["data"] is not null)
        {
            return DataOf(ofTopic);
        }

        if (item["anyOf"] is JsonArray several)
        {
            return new JsonObject { ["anyOf"] = new JsonArray([.. several.Select(static part => DataOf(part!))]) };
        }

        return item["properties"]?["data"] is JsonObject data
            ? data["contentSchema"]?.DeepClone().AsObject() ?? new JsonObject { ["type"] = "string" }
            : item.DeepClone().AsObject();
    }
}
