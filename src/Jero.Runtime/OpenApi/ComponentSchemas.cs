using System.Globalization;
using System.Text.Json.Nodes;
using Jero.Generated;

namespace Jero.OpenApi;

/// <summary>Collects the components of all operations, one for each type.</summary>
internal sealed class ComponentSchemas
{
    private const string Reference = "#/components/schemas/";
    private const string TextReference = Reference + "names:";

    private readonly SortedDictionary<string, (string TypeName, JsonObject Schema)> _schemas = new(StringComparer.Ordinal);

    // If two enums have the same name, the one whose type sorts first keeps it, whatever the order of mapping.
    private readonly SortedDictionary<string, SchemaComponent> _texts = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two types have the same name, or two assemblies write one type differently.</exception>
    public void Add(SchemaComponent component)
    {
        if (component.IsText)
        {
            _texts.TryAdd(component.TypeName, component);
            return;
        }

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

    /// <summary>Names the enums that requests say as text, and puts the names into the references to them.</summary>
    public void NameTexts(JsonNode paths)
    {
        if (_texts.Count > 0)
        {
            Replace(paths, _texts.ToDictionary(static text => TextReference + text.Key, text => Reference + Name(text.Value), StringComparer.Ordinal));
        }
    }

    /// <summary>Returns the schemas in ordinal order.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, (_, schema)) in _schemas)
        {
            json.Add(name, schema);
        }

        return json;
    }

    // An enum that JSON writes by the same names is the same component. Otherwise JSON keeps the name.
    private string Name(SchemaComponent text)
    {
        var schema = JsonNode.Parse(text.Json())!.AsObject();
        for (var number = 0; ; number++)
        {
            var name = text.Name + number switch { 0 => "", 1 => "Name", _ => string.Create(CultureInfo.InvariantCulture, $"Name{number}") };
            if (_schemas.TryAdd(name, (text.TypeName, schema)))
            {
                return name;
            }

            if (_schemas[name].TypeName == text.TypeName && JsonNode.DeepEquals(_schemas[name].Schema, schema))
            {
                return name;
            }
        }
    }

    private static void Replace(JsonNode? node, Dictionary<string, string> references)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Replace(item, references);
                }

                break;
            case JsonObject entity:
                if (entity["$ref"] is JsonValue value && value.TryGetValue<string>(out var known) && references.TryGetValue(known, out var reference))
                {
                    entity["$ref"] = reference;
                }

                foreach (var (_, member) in entity)
                {
                    Replace(member, references);
                }

                break;
        }
    }

    // If one assembly reads a type that another only writes, the first promises less, so only what both require is required.
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
