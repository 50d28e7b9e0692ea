using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads classes, structs and interfaces that are written member by member.</summary>
internal static class JsonObjectParser
{
    public static JsonObject? Parse(INamedTypeSymbol type, JsonReference reference, string path, ParseContext context, ShapeFault fault)
    {
        var constructor = JsonConstructorParser.Parse(type, context.Reachable);
        var members = JsonMembers.All(type, context.JsonOptions);
        if (JsonObjectRules.Find(type, members, constructor, context.JsonOptions) is { } refused)
        {
            fault.SetContradiction(path, refused);
            return null;
        }

        if (HiddenMembers.Find(type, context.Compilation) is { } hidden)
        {
            fault.Set(path, type.Message(), hidden);
            return null;
        }

        var properties = new List<JsonProperty>();
        foreach (var member in members.Where(static member => !JsonMembers.IsIgnored(member)))
        {
            if (JsonMemberParser.Parse(member, type, constructor, $"{path}.{member.Name}", context, fault) is not { } property)
            {
                if (fault.IsFull)
                {
                    return null;
                }

                continue;
            }

            if (properties.FirstOrDefault(other => string.Equals(other.JsonName, property.JsonName, StringComparison.OrdinalIgnoreCase)) is { } other)
            {
                fault.SetClash(path, other.ClrName, property.ClrName, property.JsonName);
                return null;
            }

            if (JsonContradictions.Find(member, type, property, constructor, context.JsonOptions) is { } contradiction)
            {
                fault.SetContradiction(path, contradiction);
                return null;
            }

            properties.Add(property);
        }

        if (fault.Found)
        {
            return null;
        }

        var isClosed = UnmappedMembers.Of(type) ?? context.JsonOptions.DisallowsUnmapped;
        var known = isClosed || properties.Exists(static property => property.IsExtensionData) ? members : [];
        var ignored = IgnoredMembers(type, constructor, properties, known, context.Reachable).ToEquatableArray();

        JsonPolymorphism? polymorphism = null;
        if (JsonPolymorphismParser.IsPolymorphic(type))
        {
            polymorphism = JsonPolymorphismParser.Parse(type, reference, path, context, fault);
            if (polymorphism is null)
            {
                return null;
            }
        }

        return new JsonObject
        {
            Name = reference.Definition,
            Component = reference.Component,
            TypeName = reference.TypeName,
            Annotations = AnnotationParser.OfType(type, reference, context),
            IsValueType = type.IsValueType,
            IsRecursive = false,
            IsForeign = properties.Any(static property => property.IsExtensionData || NumberFormats.IsOfObject(property)) || Callbacks.HasForWriting(type),
            IsTold = Callbacks.HasForReading(type),
            Properties = properties.ToEquatableArray(),
            Ignored = ignored,
            DisallowsUnmapped = UnmappedMembers.Of(type),
            IsClosed = isClosed && !properties.Any(static property => property.IsExtensionData),
            Populates = CreationHandling.Of(type),
            Constructor = WithDefaults(constructor, properties, ignored),
            Polymorphism = polymorphism,
            NumberHandling = NumberFormats.Of(type),
        };
    }

    // Reading skips their JSON, which would otherwise be rejected or kept.
    private static IEnumerable<JsonIgnoredMember> IgnoredMembers(
        INamedTypeSymbol type, JsonConstructor? constructor, List<JsonProperty> properties, IReadOnlyList<ISymbol> known, Reachable reachable)
    {
        var parameters = (constructor?.Parameters ?? []).Where(parameter => parameter.OtherMember is null && !properties.Exists(property => Belongs(parameter, property.ClrName))).ToList();
        var byName = parameters.Count > 0 ? JsonMembers.ByName(type) : null;
        var members = from parameter in parameters
                      let member = byName![parameter.Name].FirstOrDefault()
                      where member is not null && JsonMembers.IsIgnored(member)
                      select member;
        return members
            .Concat(known.Where(member => JsonMembers.IsIgnored(member) && reachable.ReasonAgainst(JsonMembers.TypeOf(member)) is null))
            .Distinct(SymbolEqualityComparer.Default)
            .Select(static member => new JsonIgnoredMember(member!.Name, JsonMembers.OwnNameOf(member), member.ContainingType.ToBareName(), JsonMembers.TypeOf(member).ToBareName()));
    }

    // No JSON can have a parameter whose member is not read.
    private static JsonConstructor? WithDefaults(JsonConstructor? constructor, List<JsonProperty> properties, EquatableArray<JsonIgnoredMember> ignored) =>
        constructor is null ? null : constructor with
        {
            Parameters = constructor.Parameters
                .Select(parameter => parameter.Default is null
                    && (ignored.Any(member => Belongs(parameter, member.ClrName)) || properties.Exists(property => !property.IsRead && Belongs(parameter, property.ClrName)))
                        ? parameter with { Default = Constant.Default }
                        : parameter)
                .ToEquatableArray(),
        };

    private static bool Belongs(JsonConstructorParameter parameter, string member) => string.Equals(parameter.Name, member, StringComparison.OrdinalIgnoreCase);
}
