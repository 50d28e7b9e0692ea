using System.Globalization;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Parsing;

/// <summary>Prints compile-time constants as C# expressions.</summary>
internal static class ConstantExpressions
{
    /// <summary>The default of an optional parameter.</summary>
    public static string Default(IParameterSymbol parameter)
    {
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        return parameter.ExplicitDefaultValue is { } value ? Of(type, value)
            : parameter.Type.IsValueType && SymbolEqualityComparer.Default.Equals(type, parameter.Type) ? "default"
            : "null";
    }

    /// <summary>An argument of an attribute.</summary>
    public static string Of(TypedConstant constant) => constant.Kind switch
    {
        _ when constant.IsNull => "null",
        TypedConstantKind.Type => $"typeof({((ITypeSymbol)constant.Value!).BareCode()})",
        TypedConstantKind.Array => $"new {constant.Type!.BareCode()} {{ {string.Join(", ", constant.Values.Select(Of))} }}",
        TypedConstantKind.Enum => Of(constant.Type!, constant.Value!),
        _ => Boxed(constant.Value!),
    };

    /// <summary>A value that is not null, of that type.</summary>
    public static string Of(ITypeSymbol type, object value) => type.TypeKind == TypeKind.Enum
        ? $"({type.BareCode()})({Primitive(value)})"
        : Primitive(value);

    // As an object it keeps its type: byte 1 is not int 1.
    private static string Boxed(object value) => value switch
    {
        byte => $"(byte){Primitive(value)}",
        sbyte => $"(sbyte)({Primitive(value)})",
        short => $"(short)({Primitive(value)})",
        ushort => $"(ushort){Primitive(value)}",
        uint => $"{Primitive(value)}U",
        _ => Primitive(value),
    };

    private static string Primitive(object value) => value switch
    {
        double number when double.IsNaN(number) => "double.NaN",
        double number when double.IsInfinity(number) => number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        float number when float.IsNaN(number) => "float.NaN",
        float number when float.IsInfinity(number) => number > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };
}
