using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads the converters that users attach to their types and members.</summary>
internal static class ConverterParser
{
    /// <summary>The converter of a type's own attribute; null if it has none.</summary>
    public static JsonConverterUse? OfType(ITypeSymbol type) =>
        type is INamedTypeSymbol ? Find(type) is { } attribute ? Parse(attribute, type) : null : null;

    /// <summary>
    /// Returns why generated code cannot create the converter that a type or member names, and what to do; null if it can, or there is no
    /// converter.
    /// </summary>
    public static string? ReasonAgainst(ISymbol symbol, ParseContext context)
    {
        if (symbol is ITypeSymbol and not INamedTypeSymbol || Find(symbol) is not { } attribute)
        {
            return null;
        }

        if (All(symbol).Skip(1).Any())
        {
            return "it has more than one converter, so keep one of them";
        }

        if (!attribute.AttributeClass.Is(KnownTypes.JsonConverterAttribute))
        {
            return !ConverterRules.CreatesConverter(attribute.AttributeClass!)
                ? $"its '{attribute.AttributeClass!.Message()}' names a converter that is only known at run time, so override CreateConverter in it"
                : context.Reachable.CanUse(attribute) ? null
                : $"generated code cannot create its '{attribute.AttributeClass!.Message()}', so make the attribute and what it names internal or public";
        }

        if (attribute.ConstructorArguments is [{ Value: INamedTypeSymbol created }])
        {
            context.Reachable.CollectConstruction(created);
        }

        return attribute.ConstructorArguments is [{ IsNull: true }] ? "its [JsonConverter] names null, so name a converter"
            : attribute.ConstructorArguments is [{ Value: ITypeSymbol and not INamedTypeSymbol and var other }]
                ? $"its converter cannot be used: '{other.Message()}' is neither a JsonConverter<T> nor a JsonConverterFactory, so derive it from one of them"
            : attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol converter }] ? null
            : context.Reachable.ReasonAgainst(converter) is { } reason ? $"its converter cannot be created: {reason}"
            : ConverterRules.ReasonAgainst(converter, symbol) is { } shape ? $"its converter cannot be used: {shape}"
            : converter.InstanceConstructors.FirstOrDefault(static part => part.Parameters.IsEmpty) is { } constructor && !context.Reachable.CanUse(constructor)
                ? $"its converter cannot be created: the constructor of '{converter.Message()}' is not accessible or is obsolete as an error, so make it public"
            : null;
    }

    /// <summary>The converter of a member's own attribute, for a value of that type; null if it has none.</summary>
    public static JsonConverterUse? OfMember(ISymbol member, ITypeSymbol type) => Find(member) is { } attribute ? Parse(attribute, type) : null;

    /// <summary>Whether this is one of the framework's converters of enums, which Jero prints itself.</summary>
    public static bool IsForEnum(ITypeSymbol type, JsonConverterUse converter) =>
        type.TypeKind == TypeKind.Enum && converter is { Kind: ConverterKind.EnumByName or ConverterKind.EnumByNumber, Type: var converted } && converted == type.ToBareName();

    /// <summary>
    /// Returns whether only the running converter knows if it accepts a value: a factory, a converter that an attribute creates, or one
    /// with its own CanConvert.
    /// </summary>
    public static bool IsAsked(ISymbol symbol) => Find(symbol) is { } attribute
        && (!attribute.AttributeClass.Is(KnownTypes.JsonConverterAttribute)
            || (attribute.ConstructorArguments is [{ Value: INamedTypeSymbol converter }] && ConverterRules.IsAsked(converter)));

    /// <summary>
    /// Returns why the converter of a type cannot write dictionary keys; null if it can, or if only the running app knows.
    /// </summary>
    public static string? ReasonAgainstKey(ITypeSymbol type) =>
        Find(type) is { AttributeClass: var attribute, ConstructorArguments: [{ Value: INamedTypeSymbol converter }] } && attribute.Is(KnownTypes.JsonConverterAttribute)
            ? ConverterRules.ReasonAgainstKey(converter)
            : null;

    private static AttributeData? Find(ISymbol symbol) => All(symbol).FirstOrDefault();

    private static IEnumerable<AttributeData> All(ISymbol symbol) => symbol.GetAttributes().Where(static attribute => IsConverter(attribute.AttributeClass));

    private static bool IsConverter(INamedTypeSymbol? attribute) =>
        attribute is not null && (attribute.Is(KnownTypes.JsonConverterAttribute) || IsConverter(attribute.BaseType));

    private static JsonConverterUse Parse(AttributeData attribute, ITypeSymbol type)
    {
        if (!attribute.AttributeClass.Is(KnownTypes.JsonConverterAttribute) || attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol converter }])
        {
            return new JsonConverterUse(ConverterKind.Made, type.ToBareName(), [], ConstantParser.Of(attribute));
        }

        // The converter without a type argument finds its enum by reflection, which a native binary does not have.
        var value = type.Underlying();
        return converter.Is(KnownTypes.JsonStringEnumConverter) && value.TypeKind == TypeKind.Enum ? new JsonConverterUse(ConverterKind.EnumByName, value.ToBareName())
            : converter.Is(KnownTypes.JsonStringEnumConverterOfT) ? new JsonConverterUse(ConverterKind.EnumByName, converter.TypeArguments[0].ToBareName())
            : converter.Is(KnownTypes.JsonNumberEnumConverter) ? new JsonConverterUse(ConverterKind.EnumByNumber, converter.TypeArguments[0].ToBareName())
            : new JsonConverterUse(ConverterKind.Constructed, converter.ToBareName(), CollectionTypes.RequiredMembers(converter), Attribute: null);
    }
}
