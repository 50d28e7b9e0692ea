using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Jero.Testing.Schema;

/// <summary>Finds the schemas of items in the app's OpenAPI documents.</summary>
internal sealed class ItemSchemas(IServiceProvider services)
{
    // The tool that writes documents at build finds the service by this name. The name is a contract, although the interface is internal.
    private const string ProviderName = "Microsoft.Extensions.ApiDescriptions.IDocumentProvider";

    private readonly Lazy<IReadOnlyList<JsonNode>> _documents = new(() => Read(services));
    private readonly ConcurrentDictionary<(string Method, string Path, string MediaType), ItemSchema?> _found = new();

    /// <summary>Returns the schema of the items that a request is answered with; null if no document has one.</summary>
    public ItemSchema? Of(string method, string path, string mediaType) =>
        _found.GetOrAdd((method, path, mediaType), key => Find(key.Method, key.Path, key.MediaType));

    private ItemSchema? Find(string method, string path, string mediaType)
    {
        foreach (var document in _documents.Value)
        {
            var templates = (document["paths"]?.AsObject() ?? []).Where(entry => Matches(entry.Key, path));
            foreach (var (_, item) in templates.OrderBy(entry => entry.Key.Count(character => character == '{')))
            {
                foreach (var (_, response) in item?[method.ToLowerInvariant()]?["responses"]?.AsObject() ?? [])
                {
                    if (response?["content"]?[mediaType]?["itemSchema"] is { } schema)
                    {
                        return new ItemSchema(Compile(schema, document["components"]?["schemas"]));
                    }
                }
            }
        }

        return null;
    }

    private static bool Matches(string template, string path)
    {
        var wanted = template.Trim('/').Split('/');
        var given = path.Trim('/').Split('/');
        return wanted.Length == given.Length
            && wanted.Zip(given).All(static pair => Fits(pair.First, pair.Second));
    }

    private static bool Fits(string segment, string given) =>
        segment.Contains('{', StringComparison.Ordinal) || segment.Equals(given, StringComparison.OrdinalIgnoreCase);

    private static JsonSchema Compile(JsonNode schema, JsonNode? components)
    {
        var whole = new JsonObject { ["$defs"] = Rewritten(components) ?? new JsonObject(), ["allOf"] = new JsonArray(Rewritten(schema)) };
        return JsonSchema.FromText(whole.ToJsonString(), new BuildOptions { SchemaRegistry = new() });
    }

    /// <summary>
    /// Turns components into definitions, and text that contains JSON (the data of an event) into that JSON, so that it is checked as JSON.
    /// </summary>
    private static JsonNode? Rewritten(JsonNode? node) => node switch
    {
        JsonObject content when HoldsJson(content) && content["contentSchema"] is { } schema => Rewritten(schema),
        JsonObject schema => new JsonObject(schema
            .Where(static member => member.Key is not ("discriminator" or "xml" or "externalDocs" or "example"))
            .Select(static member =>
                KeyValuePair.Create(member.Key, member.Key == "$ref" ? Reference(member.Value) : Rewritten(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Rewritten)]),
        _ => node?.DeepClone(),
    };

    private static bool HoldsJson(JsonObject content) => content["contentMediaType"]?.GetValue<string>() == "application/json";

    private static JsonNode? Reference(JsonNode? reference) =>
        reference?.GetValue<string>().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);

    private static IReadOnlyList<JsonNode> Read(IServiceProvider services)
    {
        var type = typeof(StreamInfo).Assembly.GetType(ProviderName);
        if (type is null || services.GetService(type) is not { } provider)
        {
            return [];
        }

        var names = (IEnumerable<string>)type.GetMethod("GetDocumentNames", [])!.Invoke(provider, [])!;
        return [.. names.Select(name => Document(type, provider, name))];
    }

    private static JsonNode Document(Type type, object provider, string name)
    {
        using var text = new StringWriter();
        var generate = type.GetMethod("GenerateAsync", [typeof(string), typeof(TextWriter)])!;
        ((Task)generate.Invoke(provider, [name, text])!).GetAwaiter().GetResult();
        return JsonNode.Parse(text.ToString())!;
    }
}
