using System.Collections.Immutable;
using Jero.Generator.Model;

namespace Jero.Generator.Composition;

/// <summary>Puts together what the endpoints of an assembly share.</summary>
internal static class AssemblyComposer
{
    /// <summary>
    /// Returns each definition once. Two endpoints with the same type have found the same definition, but may use it differently.
    /// </summary>
    public static IEnumerable<JsonDefinition> Distinct(IEnumerable<IJsonPart> parts) => parts
        .SelectMany(static part => part.Definitions)
        .GroupBy(static definition => definition.Name, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.Aggregate(Join) with
        {
            Usage = group.Aggregate(JsonUsage.None, static (usage, definition) => usage | definition.Usage),
            IsReadDirectly = group.Any(static definition => definition.IsReadDirectly),
        });

    // Page<string> and Page<string?> are the same type at run time, so its members may then be null.
    private static JsonDefinition Join(JsonDefinition first, JsonDefinition second) =>
        first is not JsonObject one || second is not JsonObject other || one.Properties.Count != other.Properties.Count ? first : one with
        {
            Properties = one.Properties.Zip(other.Properties, Join).ToEquatableArray(),
            Constructor = one.Constructor is not { } constructor || other.Constructor?.Parameters.Count != constructor.Parameters.Count ? one.Constructor : constructor with
            {
                Parameters = constructor.Parameters
                    .Zip(other.Constructor.Parameters, static (parameter, same) => parameter with { IsNullable = parameter.IsNullable || same.IsNullable })
                    .ToEquatableArray(),
            },
        };

    private static JsonProperty Join(JsonProperty one, JsonProperty other) => one.Nullability is not { } first || other.Nullability is not { } second ? one : one with
    {
        Shape = other.Shape is JsonNullable || other.Shape.HasNullItems ? other.Shape : one.Shape,
        Nullability = new JsonNullability(first.HasNull || second.HasNull, first.RefusesNull && second.RefusesNull, first.TakesNull || second.TakesNull),
    };

    /// <summary>Returns the rules of each type once, in ordinal order.</summary>
    public static EquatableArray<ValidatedType> Distinct(ImmutableArray<ValidatedType> types) => types
        .GroupBy(static type => type.TypeName)
        .OrderBy(static group => group.Key.SortKey, StringComparer.Ordinal)
        .Select(static group => group.First())
        .ToEquatableArray();

    /// <summary>Returns each topic once, with all calls that register it.</summary>
    public static IEnumerable<TopicRegistration> Distinct(ImmutableArray<TopicCall> calls) => calls
        .GroupBy(static call => call.Topic.HintName, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => new TopicRegistration(group.First().Topic, group.Select(static call => call.Site).ToEquatableArray()));

    private static bool IsAsked(JsonDefinition definition) =>
        definition is JsonObject entity && entity.Properties.Any(static property => property.Format is { IsAsked: true });

    /// <summary>Composes the model of the assembly; null without its settings, or if its language version is too old.</summary>
    public static AssemblyModel? Compose(IReadOnlyList<IJsonPart> parts, AssemblySettings? settings) => settings is not { HasLanguage: true } ? null : new()
    {
        MapMethod = settings.MapMethod,
        JsonOptions = settings.JsonOptions,
        Endpoints = parts
            .OfType<Endpoint>()
            .Where(static endpoint => !endpoint.MapsManually)
            .Select(static endpoint => endpoint.TypeName)
            .OrderBy(static name => name.SortKey, StringComparer.Ordinal)
            .ToEquatableArray(),
        Definitions = Distinct(parts)
            .Where(static definition => definition is not EnumNames)
            .Select(static definition => new JsonDefinitionName(definition.Name, definition.TypeName))
            .ToEquatableArray(),
        Suppressed = parts
            .SelectMany(static part => part.SuppressedOfAssembly)
            .Distinct()
            .OrderBy(static id => id, StringComparer.Ordinal)
            .ToEquatableArray(),
        HasUnknown = parts.Any(static part => part.HasUnknown),
        Asked = parts
            .SelectMany(static part => part.Definitions.Where(IsAsked).Select(static definition => definition.TypeName)
                .Concat(part.Constructed
                    .Where(static constructed => constructed.Shape is JsonForeign { IsAsked: true })
                    .Select(static constructed => constructed.TypeName)))
            .Distinct()
            .OrderBy(static name => name.SortKey, StringComparer.Ordinal)
            .ToEquatableArray(),
        Constructed = parts
            .SelectMany(static part => part.Constructed)
            .GroupBy(static constructed => constructed.TypeName)
            .Select(static group => group.OrderBy(static constructed => constructed.Shape is JsonForeign).ThenBy(static constructed => constructed.Shape.HasNullItems).First())
            // List<string> and List<string?> are the same type at run time. If both occur, the resolver finds the first; the other is asked
            // for by name.
            .OrderBy(static constructed => constructed.Shape.HasNullItems)
            .ThenBy(static constructed => constructed.TypeName.SortKey, StringComparer.Ordinal)
            .ToEquatableArray(),
    };
}
