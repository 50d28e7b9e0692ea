using Jero.Generator.Model;

namespace Jero.Generator.Parsing.Json;

/// <summary>Decides whether JSON can be read as a shape.</summary>
internal static class JsonReading
{
    /// <summary>Returns why it cannot, naming the type that prevents it; null if it can.</summary>
    public static string? ReasonAgainst(JsonShape shape, JsonShapeRegistry shapes)
    {
        var definitions = shapes.Definitions.ToDictionary(static definition => definition.Name, StringComparer.Ordinal);
        return ReasonAgainst(shape, definitions, new HashSet<string>(StringComparer.Ordinal));
    }

    /// <summary>Returns whether reading sets anything. It does not for an object without a member that can be set.</summary>
    public static bool HasContent(JsonShape shape, JsonShapeRegistry shapes) => shape switch
    {
        JsonNullable nullable => HasContent(nullable.Value, shapes),
        JsonReference reference => shapes.Definitions.First(definition => definition.Name == reference.Definition) is not JsonObject entity
            || entity.Polymorphism is not null
            || entity.Constructor is { Parameters.Count: > 0 }
            || entity.Properties.Any(static property => property.IsRead),
        _ => true,
    };

    private static string? ReasonAgainst(JsonShape shape, Dictionary<string, JsonDefinition> definitions, HashSet<string> visited) => shape switch
    {
        JsonNullable nullable => ReasonAgainst(nullable.Value, definitions, visited),
        JsonCollection { IsReadable: false } or JsonDictionary { IsReadable: false } =>
            $"'{shape.TypeName}' cannot be filled: it needs a public constructor without parameters and a way to add, or use an interface such as IReadOnlyList<T>",
        JsonCollection collection => ReasonAgainst(collection.Item, definitions, visited),
        JsonDictionary dictionary => ReasonAgainst(dictionary.Value, definitions, visited),
        JsonReference reference when visited.Add(reference.Definition) && definitions[reference.Definition] is JsonObject entity
            => ReasonAgainst(entity, definitions, visited),
        _ => null,
    };

    private static string? ReasonAgainst(JsonObject entity, Dictionary<string, JsonDefinition> definitions, HashSet<string> visited)
    {
        var variants = entity.Polymorphism?.Variants.Select(static variant => variant.Definition).Where(name => name != entity.Name) ?? [];
        return (entity is { Constructor: null, Polymorphism: null }
                ? $"'{entity.Component}' cannot be constructed: it needs a public constructor without parameters, one public constructor, or one with [JsonConstructor]"
                : null)
            ?? entity.Constructor?.Parameters
                .GroupBy(static parameter => parameter.Name, StringComparer.OrdinalIgnoreCase)
                .Where(static group => group.Count() > 1)
                .Select(group => $"the parameters '{group.First().Name}' and '{group.Last().Name}' of the constructor of '{entity.Component}' differ only in case")
                .FirstOrDefault()
            ?? entity.Constructor?.Parameters
                .Where(parameter => parameter.OtherMember is not null
                    || !entity.Properties.Select(static property => property.ClrName).Concat(entity.Ignored.Select(static member => member.ClrName))
                        .Any(name => string.Equals(name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
                .Select(parameter => parameter.OtherMember is { } other
                    ? $"the parameter '{parameter.Name}' of the constructor of '{entity.Component}' has another type than the member '{other}'"
                    : $"the parameter '{parameter.Name}' of the constructor of '{entity.Component}' matches no member")
                .FirstOrDefault()
            ?? (entity.Constructor is { Parameters.Count: > 0 } && entity.Properties.FirstOrDefault(static property => property.IsBag) is { } bag
                ? $"System.Text.Json cannot fill the JsonObject '{bag.ClrName}' of '{entity.Component}', whose constructor has parameters: use a Dictionary<string, JsonElement>"
                : null)
            ?? variants
                .Select(name => visited.Add(name) && definitions[name] is JsonObject variant ? ReasonAgainst(variant, definitions, visited) : null)
                .FirstOrDefault(static reason => reason is not null)
            ?? entity.Properties
                .Where(static property => property.IsRead)
                .Select(property => ReasonAgainst(property.Shape, definitions, visited))
                .FirstOrDefault(static reason => reason is not null);
    }
}
