using System.Text.Json.Nodes;

namespace Jero.OpenApi;

/// <summary>
/// Writes a document as OpenAPI 3.1, which has no word for the items of a stream: its body is then a string, and their schema an
/// extension. Everything else is the same in both.
/// </summary>
/// <remarks>https://spec.openapis.org/oas/v3.1.0.html#media-type-object</remarks>
internal static class OpenApi31
{
    // The patch version says nothing of the content, but some tools list those that they read, and 3.1.0 is in every list.
    private const string Version = "3.1.0";

    public static void Rewrite(JsonObject document)
    {
        document["openapi"] = Version;
        foreach (var part in document)
        {
            Visit(part.Key, part.Value);
        }
    }

    // Schemas and examples may have members of any name.
    private static void Visit(string? name, JsonNode? node)
    {
        if (name is "schema" or "schemas" or "itemSchema" or "example" or "examples" || name?.StartsWith("x-", StringComparison.Ordinal) == true)
        {
            return;
        }

        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Visit(null, item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (key, value) in members)
            {
                if (key == "content" && value is JsonObject content)
                {
                    RewriteContent(content);
                }

                Visit(key, value);
            }
        }
    }

    private static void RewriteContent(JsonObject content)
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
                    mediaType.Insert(index, "schema", new JsonObject { ["type"] = "string" });
                }
            }
        }
    }
}
