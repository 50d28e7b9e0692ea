using System.Globalization;
using Jero.Generator.Emission;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads the variants of a polymorphic type.</summary>
internal static class JsonPolymorphismParser
{
    private const string Json = "System.Text.Json.Serialization";

    public static bool IsPolymorphic(INamedTypeSymbol type) =>
        type.Attribute(Json, "JsonPolymorphicAttribute") is not null || DerivedTypes(type).Any();

    public static JsonPolymorphism? Parse(INamedTypeSymbol type, JsonReference reference, string path, ParseContext context, ShapeFault fault)
    {
        var variants = new List<JsonVariant>();
        var hasBase = !type.IsAbstract;
        foreach (var attribute in DerivedTypes(type))
        {
            if (attribute.ConstructorArguments[0].Value is not INamedTypeSymbol derived)
            {
                continue;
            }

            var discriminator = attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Value : null;
            var (tag, text) = (TagOf(discriminator), Convert.ToString(discriminator, CultureInfo.InvariantCulture));
            var definition = SymbolEqualityComparer.Default.Equals(derived, type)
                ? reference
                : JsonShapeParser.Parse(derived.WithNullableAnnotation(NullableAnnotation.NotAnnotated), $"{path}<{derived.Name}>", context, fault) as JsonReference;
            if (definition is null)
            {
                fault.Set($"{path}<{derived.Name}>", derived.Message(), "a variant has to be an object, use a class or a record");
                return null;
            }

            hasBase &= definition != reference;
            variants.Add(new JsonVariant(definition.Definition, definition.TypeName, reference.Component + definition.Component, tag, text));
        }

        if (variants.Count == 0)
        {
            fault.SetNoVariant(path, type.Message());
            return null;
        }

        return new JsonPolymorphism
        {
            Discriminator = type.Attribute(Json, "JsonPolymorphicAttribute")?.NamedString("TypeDiscriminatorPropertyName") ?? "$type",
            Variants = variants.ToEquatableArray(),
            HasBase = hasBase,
        };
    }

    private static IEnumerable<AttributeData> DerivedTypes(INamedTypeSymbol type) =>
        type.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(Json, "JsonDerivedTypeAttribute"));

    private static string? TagOf(object? value) => value switch
    {
        string text => JsonTextWriter.Quote(text),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
