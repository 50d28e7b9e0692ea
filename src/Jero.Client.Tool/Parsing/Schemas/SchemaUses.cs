using System.Text.Json.Nodes;

namespace Jero.Client.Tool.Parsing.Schemas;

/// <summary>
/// Where the components are named. One that is used for itself as well as in a union has two forms: the union's has no discriminator among its
/// members.
/// </summary>
internal sealed class SchemaUses
{
    private const string Prefix = "#/components/schemas/";
    private readonly HashSet<string> _direct = [];
    private readonly Dictionary<string, int> _unions = [];
    private readonly Dictionary<string, List<string>> _heirs = [];

    public SchemaUses(JsonObject document)
    {
        var schemas = (document["components"] as JsonObject)?["schemas"];
        foreach (var (name, schema) in schemas as JsonObject ?? [])
        {
            Visit(schema, parent: "", owner: name, schemas);
        }

        Visit(document, parent: "", owner: null, schemas);
    }

    /// <summary>Whether the component is a variant of one union, and nothing else.</summary>
    public bool IsOnlyVariant(string component) => !_direct.Contains(component) && _unions.GetValueOrDefault(component) <= 1;

    /// <summary>The components that have all of this one, by <c>allOf</c>, in the document's order.</summary>
    public IReadOnlyList<string> HeirsOf(string component) => _heirs.GetValueOrDefault(component) ?? [];

    private void Visit(JsonNode? node, string parent, string? owner, JsonNode? schemas)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Visit(item, parent, owner, schemas);
            }
        }
        else if (node is JsonObject value)
        {
            Count(value, parent, owner);
            foreach (var (name, member) in value.Where(member => member.Value != schemas))
            {
                Visit(member, name, owner, schemas);
            }
        }
    }

    private void Count(JsonObject value, string parent, string? owner)
    {
        if (ComponentOf(value) is not { } component)
        {
            return;
        }

        switch (parent)
        {
            case "oneOf" or "anyOf":
                _unions[component] = _unions.GetValueOrDefault(component) + 1;
                break;
            case "allOf":
                if (owner is not null)
                {
                    (_heirs.TryGetValue(component, out var heirs) ? heirs : _heirs[component] = []).Add(owner);
                }

                break;
            default:
                _direct.Add(component);
                break;
        }
    }

    /// <summary>The name of the component that a reference leads to; null if it leads elsewhere.</summary>
    public static string? ComponentOf(string? reference) =>
        reference?.StartsWith(Prefix, StringComparison.Ordinal) == true && !reference.AsSpan(Prefix.Length).Contains('/')
            ? Uri.UnescapeDataString(reference[Prefix.Length..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : null;

    private static string? ComponentOf(JsonObject value) =>
        ComponentOf(value["$ref"] is JsonValue reference && reference.TryGetValue<string>(out var text) ? text : null);
}
