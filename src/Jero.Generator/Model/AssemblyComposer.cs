using System.Collections.Immutable;

namespace Jero.Generator.Model;

/// <summary>Puts together what the endpoints of an assembly share.</summary>
internal static class AssemblyComposer
{
    /// <summary>Each definition once: two endpoints of one type have found the same definition, but may use it differently.</summary>
    public static IEnumerable<JsonDefinition> Distinct(ImmutableArray<JsonDefinition> definitions) => definitions
        .GroupBy(static definition => definition.Name, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.First() with
        {
            Usage = group.Aggregate(JsonUsage.None, static (usage, definition) => usage | definition.Usage),
        });

    /// <summary>Each type's rules once, ordinal.</summary>
    public static EquatableArray<ValidatedType> Distinct(ImmutableArray<ValidatedType> types) => types
        .GroupBy(static type => type.TypeName, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.First())
        .ToEquatableArray();

    public static AssemblyModel Compose(ImmutableArray<Endpoint> endpoints, MapMethod mapMethod, JsonOptions jsonOptions) => new()
    {
        MapMethod = mapMethod,
        JsonOptions = jsonOptions,
        Endpoints = endpoints
            .Where(static endpoint => !endpoint.MapsManually)
            .Select(static endpoint => endpoint.TypeName)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .ToEquatableArray(),
        Definitions = Distinct([.. endpoints.SelectMany(static endpoint => endpoint.Definitions)])
            .Select(static definition => new JsonDefinitionName(definition.Name, definition.TypeName))
            .ToEquatableArray(),
        Suppressed = endpoints
            .SelectMany(static endpoint => endpoint.SuppressedOfAssembly)
            .Distinct()
            .OrderBy(static id => id, StringComparer.Ordinal)
            .ToEquatableArray(),
        HasUnknown = endpoints.Any(static endpoint => endpoint.HasUnknown),
        Constructed = endpoints
            .SelectMany(static endpoint => endpoint.Constructed)
            .GroupBy(static constructed => constructed.TypeName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.OrderBy(static constructed => constructed.Shape is JsonForeign).First())
            .ToEquatableArray(),
    };
}
