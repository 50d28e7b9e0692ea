namespace Jero.Generator.Model;

/// <summary>Follows the references from an operation to the schemas that it needs, and what it does with each.</summary>
internal sealed class SchemaReach(EquatableArray<JsonDefinition> definitions)
{
    private readonly Dictionary<string, JsonDefinition> _definitions = definitions.ToDictionary(static definition => definition.Name, StringComparer.Ordinal);

    /// <summary>Every schema that the handler's operation refers to, directly or through others.</summary>
    public EquatableArray<SchemaReference> SchemasOf(Handler handler) => Reach([.. Written(handler), .. Read(handler)])
        .OrderBy(static name => name, StringComparer.Ordinal)
        .Select(name => new SchemaReference(name, _definitions[name] is JsonObject { Polymorphism: not null }))
        .ToEquatableArray();

    /// <summary>The definitions with what the handlers do with them.</summary>
    public EquatableArray<JsonDefinition> WithUsage(EquatableArray<Handler> handlers)
    {
        var written = Reach(handlers.SelectMany(Written));
        var read = Reach(handlers.SelectMany(Read));
        var readDirectly = Reach(handlers.SelectMany(ReadDirectly));
        return _definitions.Values
            .Select(definition => definition with
            {
                Usage = (written.Contains(definition.Name) ? JsonUsage.Written : JsonUsage.None)
                    | (read.Contains(definition.Name) ? JsonUsage.Read : JsonUsage.None),
                IsReadDirectly = readDirectly.Contains(definition.Name),
            })
            .OrderBy(static definition => definition.Name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static IEnumerable<JsonShape?> Written(Handler handler) => handler.Responses.SelectMany(static response =>
        response.Headers.Select(static header => (JsonShape?)header.Shape).Append(response.Item));

    private static IEnumerable<JsonShape?> Read(Handler handler) =>
        handler.Bindings.Select(static binding => binding.Shape).Append(handler.Body?.Shape);

    private static IEnumerable<JsonShape?> ReadDirectly(Handler handler) => handler.Bindings.Select(static binding => binding.Value switch
    {
        SequenceBodySource { IsReadDirectly: true } sequence => sequence.Shape,
        JsonBodySource { IsReadDirectly: true } body => body.Shape,
        _ => null,
    });

    private HashSet<string> Reach(IEnumerable<JsonShape?> shapes)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shape in shapes)
        {
            Visit(shape, reached);
        }

        return reached;
    }

    private void Visit(JsonShape? shape, HashSet<string> reached)
    {
        switch (shape)
        {
            case JsonNullable nullable:
                Visit(nullable.Value, reached);
                break;
            case JsonCollection collection:
                Visit(collection.Item, reached);
                break;
            case JsonDictionary dictionary:
                Visit(dictionary.Value, reached);
                break;
            case JsonReference reference when reached.Add(reference.Definition) && _definitions[reference.Definition] is JsonObject entity:
                // The component of a variant belongs to the base. That of its type alone is not needed for it.
                foreach (var property in entity.Properties.Concat(entity.Polymorphism?.Variants.SelectMany(static variant => variant.Properties) ?? []))
                {
                    Visit(property.Shape, reached);
                }

                break;
        }
    }
}
