using Jero.Generator.Model;

namespace Jero.Generator.Parsing.Json;

/// <summary>The definitions and constructed types that one endpoint reaches.</summary>
internal sealed class JsonShapeRegistry
{
    private readonly Dictionary<string, JsonDefinition?> _definitions = new(StringComparer.Ordinal);
    private readonly List<string> _begun = [];
    private HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<TypeName, JsonConstructed> _constructed = [];

    public EquatableArray<JsonDefinition> Definitions => _definitions.Values
        .OfType<JsonDefinition>()
        .Select(FillVariants)
        .Select(MarkRecursion)
        .OrderBy(static definition => definition.Name, StringComparer.Ordinal)
        .ToEquatableArray();

    public EquatableArray<JsonConstructed> Constructed => _constructed.Values
        .OrderBy(static constructed => constructed.TypeName.SortKey, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>Whether a value or a converter may ask for metadata of a type that nothing here names.</summary>
    public bool HasUnknown { get; private set; }

    /// <summary>Records that there is a value whose type is known only at run time.</summary>
    public void AddUnknown() => HasUnknown = true;

    /// <summary>
    /// Takes a name before its definition is parsed, so that a recursive type finds itself. Returns false if the name is taken.
    /// </summary>
    public bool TryBegin(string name)
    {
        if (_definitions.ContainsKey(name))
        {
            return false;
        }

        _definitions.Add(name, null);
        _begun.Add(name);
        return true;
    }

    /// <summary>How many definitions were begun, for <see cref="DropSince"/>.</summary>
    public int Count => _begun.Count;

    /// <summary>Drops what was begun since then: a part of it is unfinished, and the rest may refer to that part.</summary>
    public void DropSince(int count)
    {
        foreach (var name in _begun.Skip(count))
        {
            _definitions.Remove(name);
        }

        _begun.RemoveRange(count, _begun.Count - count);
    }

    /// <summary>
    /// Records that a collection is being read. Returns false if it is already inside itself, with no definition in between.
    /// </summary>
    public bool TryOpen(string typeName) => _open.Add(typeName);

    public void Close(string typeName) => _open.Remove(typeName);

    /// <summary>
    /// Begins anew inside a definition, which may contain the collection that it is in. Pass the result to <see cref="Restore"/>.
    /// </summary>
    public HashSet<string> Suspend()
    {
        var open = _open;
        _open = new HashSet<string>(StringComparer.Ordinal);
        return open;
    }

    public void Restore(HashSet<string> open) => _open = open;

    public void Complete(JsonDefinition definition) => _definitions[definition.Name] = definition;

    /// <summary>The enum of that name; null if it is another definition.</summary>
    public JsonEnum? FindEnum(string name) => _definitions.TryGetValue(name, out var definition) ? definition as JsonEnum : null;

    /// <summary>The names of the enum of that name; null if it is another definition.</summary>
    public EnumNames? FindNames(string name) => _definitions.TryGetValue(name, out var definition) ? definition as EnumNames : null;

    /// <summary>Metadata of a type that is only known through the converter of a member.</summary>
    public void AddFallback(TypeName typeName, JsonForeign shape)
    {
        HasUnknown = true;
        if (!_constructed.ContainsKey(typeName))
        {
            AddConstructed(typeName, shape);
        }
    }

    public void AddConstructed(TypeName typeName, JsonShape shape)
    {
        HasUnknown |= shape is JsonForeign;
        if (!_constructed.TryGetValue(typeName, out var known) || known.Shape.HasNullItems || !shape.HasNullItems)
        {
            _constructed[typeName] = new JsonConstructed(typeName, shape);
        }
    }

    // A variant may be a member of its own base, so its members are known only when all types are.
    private JsonDefinition FillVariants(JsonDefinition definition)
    {
        if (definition is not JsonObject { Polymorphism: { } polymorphism } entity)
        {
            return definition;
        }

        var variants = polymorphism.Variants.Select(variant => (Variant: variant, Object: (JsonObject)_definitions[variant.Definition]!)).ToList();
        return entity with
        {
            IsForeign = entity.IsForeign || variants.Any(static pair => pair.Object.IsForeign),
            Suppressed = entity.Suppressed.Concat(variants.SelectMany(static pair => pair.Object.Suppressed))
                .Distinct()
                .OrderBy(static id => id, StringComparer.Ordinal)
                .ToEquatableArray(),
            Polymorphism = polymorphism with
            {
                Variants = variants
                    .Select(static pair => pair.Variant with
                    {
                        Properties = pair.Object.Properties,
                        Annotations = pair.Object.Annotations,
                        IsClosed = pair.Object.IsClosed,
                    })
                    .ToEquatableArray(),
            },
        };
    }

    private JsonDefinition MarkRecursion(JsonDefinition definition) =>
        definition is JsonObject entity && Reaches(entity, entity.Name, []) ? entity with { IsRecursive = true } : definition;

    private bool Reaches(JsonObject from, string name, HashSet<string> visited)
    {
        var references = from.Properties
            .Select(static property => Referred(property.Shape))
            .Concat(from.Polymorphism?.Variants.Select(static variant => variant.Definition) ?? []);
        foreach (var reference in references)
        {
            if (reference is null)
            {
                continue;
            }

            if (reference == name
                || (visited.Add(reference) && _definitions[reference] is JsonObject next && Reaches(next, name, visited)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Referred(JsonShape shape) => shape switch
    {
        JsonReference reference => reference.Definition,
        JsonCollection collection => Referred(collection.Item),
        JsonDictionary dictionary => Referred(dictionary.Value),
        JsonNullable nullable => Referred(nullable.Value),
        _ => null,
    };
}
