using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads classes, structs and interfaces that are written member by member.</summary>
internal static class JsonObjectParser
{
    public static JsonObject? Parse(INamedTypeSymbol type, JsonReference reference, string path, ParseContext context, ShapeFault fault)
    {
        var constructor = JsonConstructorParser.Parse(type, context.Reachable);
        var properties = new List<JsonProperty>();
        foreach (var member in JsonMembers.Of(type, context.JsonOptions))
        {
            if (JsonMemberParser.Parse(member, type, constructor, $"{path}.{member.Name}", context, fault) is not { } property)
            {
                return null;
            }

            if (properties.FirstOrDefault(other => other.JsonName == property.JsonName) is { } other)
            {
                fault.SetClash(path, other.ClrName, property.ClrName, property.JsonName);
                return null;
            }

            properties.Add(property);
        }

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
            IsForeign = properties.Any(static property => property.IsExtensionData),
            Properties = properties.ToEquatableArray(),
            Constructor = constructor,
            Polymorphism = polymorphism,
            NumberHandling = NumberFormats.Of(type) is { } handling ? NumberFormats.Expression(handling) : null,
        };
    }
}
