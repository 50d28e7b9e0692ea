using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Prints the converters that users attach to their types and members.</summary>
internal static class ConverterExpressions
{
    private const string Json = "System.Text.Json.Serialization";

    /// <summary>The converter of a type's own attribute; null where it has none.</summary>
    public static string? OfType(ITypeSymbol type) =>
        type is INamedTypeSymbol ? Find(type) is { } attribute ? Print(attribute, type) : null : null;

    /// <summary>Why generated code cannot create the converter that a type or member names, and what to do; null where it can, or there is none.</summary>
    public static string? ReasonAgainst(ISymbol symbol, ParseContext context)
    {
        if (symbol is ITypeSymbol and not INamedTypeSymbol || Find(symbol) is not { } attribute)
        {
            return null;
        }

        if (All(symbol).Skip(1).Any())
        {
            return "it has more than one converter, keep one of them";
        }

        if (!attribute.AttributeClass.Is(Json, "JsonConverterAttribute"))
        {
            return !ConverterRules.CreatesConverter(attribute.AttributeClass!)
                ? $"its '{attribute.AttributeClass!.Message()}' names a converter that is only known at run time, override CreateConverter in it"
                : context.Reachable.CanUse(attribute) ? null
                : $"generated code cannot create its '{attribute.AttributeClass!.Message()}', make the attribute and what it names internal or public";
        }

        return attribute.ConstructorArguments is [{ IsNull: true }] ? "its [JsonConverter] names null, name a converter"
            : attribute.ConstructorArguments is [{ Value: ITypeSymbol and not INamedTypeSymbol and var other }]
                ? $"its converter cannot be used: '{other.Message()}' is no JsonConverter<T> and no JsonConverterFactory, derive it from one of them"
            : attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol converter }] ? null
            : context.Reachable.ReasonAgainst(converter) is { } reason ? $"its converter cannot be created: {reason}"
            : ConverterRules.ReasonAgainst(converter, symbol) is { } shape ? $"its converter cannot be used: {shape}"
            : converter.InstanceConstructors.FirstOrDefault(static part => part.Parameters.IsEmpty) is { } constructor && !context.Reachable.CanUse(constructor)
                ? $"its converter cannot be created: the constructor of '{converter.Message()}' is not accessible or obsolete as an error, make it public"
            : null;
    }

    /// <summary>The converter of a member's own attribute, for a value of that type; null where it has none.</summary>
    public static string? OfMember(ISymbol member, ITypeSymbol type) => Find(member) is { } attribute ? Print(attribute, type) : null;

    /// <summary>Whether this is one of the framework's converters of enums, which Jero prints itself.</summary>
    public static bool IsForEnum(ITypeSymbol type, string converter) =>
        type.TypeKind == TypeKind.Enum && (converter == StringEnum(type) || converter == NumberEnum(type));

    /// <summary>How the framework writes an enum by name.</summary>
    public static string StringEnum(ITypeSymbol type) => $"new global::{Json}.JsonStringEnumConverter<{type.BareCode()}>()";

    /// <summary>How the framework writes an enum by number.</summary>
    public static string NumberEnum(ITypeSymbol type) => $"new global::{Json}.JsonNumberEnumConverter<{type.BareCode()}>()";

    /// <summary>Whether only the running converter knows if it takes a value: a factory, an attribute that makes one, or one with a CanConvert of its own.</summary>
    public static bool IsAsked(ISymbol symbol) => Find(symbol) is { } attribute
        && (!attribute.AttributeClass.Is(Json, "JsonConverterAttribute")
            || (attribute.ConstructorArguments is [{ Value: INamedTypeSymbol converter }] && ConverterRules.IsAsked(converter)));

    /// <summary>Why the converter of a type cannot write keys of a dictionary; null where it can, or only run time tells.</summary>
    public static string? ReasonAgainstKey(ITypeSymbol type) =>
        Find(type) is { AttributeClass: var attribute, ConstructorArguments: [{ Value: INamedTypeSymbol converter }] } && attribute.Is(Json, "JsonConverterAttribute")
            ? ConverterRules.ReasonAgainstKey(converter)
            : null;

    private static AttributeData? Find(ISymbol symbol) => All(symbol).FirstOrDefault();

    private static IEnumerable<AttributeData> All(ISymbol symbol) => symbol.GetAttributes().Where(static attribute => IsConverter(attribute.AttributeClass));

    private static bool IsConverter(INamedTypeSymbol? attribute) =>
        attribute is not null && (attribute.Is(Json, "JsonConverterAttribute") || IsConverter(attribute.BaseType));

    private static string Print(AttributeData attribute, ITypeSymbol type)
    {
        if (attribute.AttributeClass.Is(Json, "JsonConverterAttribute") && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol converter }])
        {
            // The converter without a type argument finds its enum by reflection, which a native binary has not.
            var value = type.Underlying();
            return converter.Is(Json, "JsonStringEnumConverter") && value.TypeKind == TypeKind.Enum
                ? StringEnum(value)
                : $"new {converter.BareCode()}(){CollectionTypes.Initializer(converter)}";
        }

        return $"JsonTypeInfos.Made({AttributeExpressions.Print(attribute)}, typeof({type.BareCode()}))";
    }
}
