using System.Text.Json.Nodes;
using Jero.Generated;

namespace Jero.OpenApi;

/// <summary>Gathers the components of every operation, one for each type.</summary>
internal sealed class ComponentSchemas
{
    private readonly SortedDictionary<string, (string TypeName, JsonObject Schema)> _schemas = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two types have one name, or two assemblies write one type differently.</exception>
    public void Add(SchemaComponent component)
    {
        var schema = JsonNode.Parse(component.Json())!.AsObject();
        if (!_schemas.TryGetValue(component.Name, out var known))
        {
            _schemas.Add(component.Name, (component.TypeName, schema));
            return;
        }

        if (known.TypeName != component.TypeName)
        {
            throw new InvalidOperationException(
                $"The types '{known.TypeName}' and '{component.TypeName}' would both be the component '{component.Name}' of the OpenAPI document. Rename one of them.");
        }

        Reconcile(component, known.Schema, schema);
    }

    /// <summary>The schemas in ordinal order.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, (_, schema)) in _schemas)
        {
            json.Add(name, schema);
        }

        return json;
    }

    // Where one assembly reads a type that another only writes, the first promises less: what both require is required.
    private static void Reconcile(SchemaComponent component, JsonObject known, JsonObject other)
    {
        if (JsonNode.DeepEquals(known, other))
        {
            return;
        }

        var required = Required(known).Intersect(Required(other), StringComparer.Ordinal).ToList();
        var index = known.IndexOf("required");
        known.Remove("required");
        other.Remove("required");
        if (!JsonNode.DeepEquals(known, other))
        {
            throw new InvalidOperationException(
                $"Two assemblies write the type '{component.TypeName}' differently, so it cannot be one component '{component.Name}' of the OpenAPI document. Give both the same [assembly: JeroJsonOptions].");
        }

        if (required.Count > 0)
        {
            known.Insert(index, "required", new JsonArray([.. required.Select(static name => JsonValue.Create(name))]));
        }
    }

    private static IEnumerable<string> Required(JsonObject schema) =>
        (schema["required"] as JsonArray ?? []).Select(static name => (string)name!);
}
