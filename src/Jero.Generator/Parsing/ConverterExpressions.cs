using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

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

        if (!attribute.AttributeClass.Is(Json, "JsonConverterAttribute"))
        {
            return context.Reachable.CanUse(attribute) ? null
                : $"generated code cannot create its '{attribute.AttributeClass!.Message()}', make the attribute and what it names internal or public";
        }

        return attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol converter }] ? null
            : context.Reachable.ReasonAgainst(converter) is { } reason ? $"its converter cannot be created: {reason}"
            : ConverterRules.ReasonAgainst(converter, symbol) is { } shape ? $"its converter cannot be used: {shape}"
            : converter.InstanceConstructors.FirstOrDefault(static part => part.Parameters.IsEmpty) is { } constructor && !context.Reachable.CanUse(constructor)
                ? $"its converter cannot be created: the constructor of '{converter.Message()}' is not accessible or obsolete as an error, make it internal or public"
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

    private static AttributeData? Find(ISymbol symbol) => symbol.GetAttributes().FirstOrDefault(static attribute => IsConverter(attribute.AttributeClass));

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
                : $"new {converter.BareCode()}()";
        }

        return $"{AttributeExpressions.Print(attribute)}.CreateConverter(typeof({type.BareCode()}))!";
    }
}
