using System.Globalization;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads the variants of a polymorphic type.</summary>
internal static class JsonPolymorphismParser
{
    public static bool IsPolymorphic(INamedTypeSymbol type) =>
        type.Attribute(KnownTypes.JsonPolymorphicAttribute) is not null || DerivedTypes(type).Any();

    /// <summary>Whether JSON says which variant it is.</summary>
    public static bool HasTags(ITypeSymbol type) =>
        type is INamedTypeSymbol named && DerivedTypes(named).Any(static attribute => attribute.ConstructorArguments is [_, { Value: not null }]);

    public static JsonPolymorphism? Parse(INamedTypeSymbol type, JsonReference reference, string path, ParseContext context, ShapeFault fault)
    {
        var variants = new List<JsonVariant>();
        var hasBase = !type.IsAbstract;
        foreach (var attribute in DerivedTypes(type))
        {
            if (attribute.ConstructorArguments is [{ IsNull: true } or { Value: not INamedTypeSymbol, Kind: TypedConstantKind.Type }, ..])
            {
                var named = attribute.ConstructorArguments[0].Value is ITypeSymbol other ? other.Message() : "null";
                fault.SetVariant(path, named, "which is not a class, struct or interface, so name one or remove the attribute", attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation());
                return null;
            }

            if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol derived }, ..] || derived is IErrorTypeSymbol)
            {
                fault.SetUnfinished();
                return null;
            }

            var discriminator = attribute.ConstructorArguments is [_, { Value: { } given }] ? given : null;
            if (ReasonAgainst(derived, discriminator, type, variants, context) is { } reason)
            {
                fault.SetVariant(path, derived.Message(), reason, attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation());
                return null;
            }

            var (tag, text) = (TagOf(discriminator), Convert.ToString(discriminator, CultureInfo.InvariantCulture));
            var definition = SymbolEqualityComparer.Default.Equals(derived, type)
                ? reference
                : JsonShapeParser.Parse(derived.WithNullableAnnotation(NullableAnnotation.NotAnnotated), $"{path}<{derived.Name}>", context, fault) as JsonReference;
            if (definition is null)
            {
                fault.Set($"{path}<{derived.Name}>", derived.Message(), "a variant must be an object, so use a class or a record");
                return null;
            }

            hasBase &= definition != reference;
            variants.Add(new JsonVariant(definition.Definition, definition.TypeName, reference.Component + VariantName(derived, type), tag, text));
        }

        if (variants.Exists(static variant => variant.Tag is not null)
            && DiscriminatorRules.Find(type, DerivedTypes(type), DiscriminatorOf(type), context.JsonOptions) is { } clash)
        {
            fault.SetDiscriminator(path, DiscriminatorOf(type), clash);
            return null;
        }

        if (variants.Count == 0)
        {
            fault.SetNoVariant(path, type.Message());
            return null;
        }

        return new JsonPolymorphism
        {
            Discriminator = DiscriminatorOf(type),
            Variants = variants.ToEquatableArray(),
            HasBase = hasBase,
        };
    }

    // Variants are usually nested in their base type, and their name already contains it.
    private static string VariantName(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        var name = JsonNames.OwnComponent(derived);
        return DerivedTypes(type).Count(attribute => attribute.ConstructorArguments is [{ Value: INamedTypeSymbol other }, ..] && JsonNames.OwnComponent(other) == name) > 1
            ? JsonNames.Component(derived)
            : name;
    }

    // Like PolymorphicTypeResolver in System.Text.Json, which reports it when the first value is written.
    private static string? ReasonAgainst(INamedTypeSymbol derived, object? discriminator, INamedTypeSymbol type, List<JsonVariant> known, ParseContext context)
    {
        if (type.IsSealed)
        {
            return "but the base type is sealed and cannot have variants, so unseal it or remove the attribute";
        }

        if (derived.IsUnboundGenericType)
        {
            return "which is an open generic type, so name it with its type arguments";
        }

        if (context.Compilation.ClassifyCommonConversion(derived, type) is not ({ IsIdentity: true } or { IsImplicit: true, IsUserDefined: false }))
        {
            return $"which does not derive from '{type.Message()}', so derive it or remove the attribute";
        }

        var name = derived.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToBareName();
        return known.Exists(variant => variant.TypeName == name) ? "which another attribute already names, so remove one of them"
            : TagOf(discriminator) is { } tag && known.Exists(variant => variant.Tag == tag) ? $"whose tag {tag} another variant already has, so give it a tag of its own"
            : null;
    }

    private static string DiscriminatorOf(INamedTypeSymbol type) =>
        type.Attribute(KnownTypes.JsonPolymorphicAttribute)?.NamedString("TypeDiscriminatorPropertyName") ?? "$type";

    private static IEnumerable<AttributeData> DerivedTypes(INamedTypeSymbol type) =>
        type.GetAttributes().Where(static attribute => attribute.AttributeClass.Is(KnownTypes.JsonDerivedTypeAttribute));

    private static string? TagOf(object? value) => value switch
    {
        string text => JsonStrings.Escape(text),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
