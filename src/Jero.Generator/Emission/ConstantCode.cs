using System.Globalization;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Emission;

/// <summary>Prints constants and attributes.</summary>
internal static class ConstantCode
{
    /// <summary>Prints a default whose type is known from its place.</summary>
    public static string Code(this Constant constant) => constant.Kind switch
    {
        ConstantKind.Default => "default",
        ConstantKind.Primitive => Primitive(constant.Value!),
        _ => Argument(constant),
    };

    /// <summary>Prints the expression that creates an attribute.</summary>
    public static string Code(this AttributeUse attribute) => Code(attribute, attribute.Type.Code());

    /// <summary>Prints the expression that creates an object of another type from the arguments of an attribute.</summary>
    public static string Code(this AttributeUse attribute, string type)
    {
        var members = GeneratedCode.Join(attribute.Members.Select(static member => $"{TypeCode.Identifier(member.Name)} = {Argument(member.Value)}"));
        return $"new {type}({GeneratedCode.Join(attribute.Arguments.Select(Argument))})" + (members.Length == 0 ? "" : $" {{ {members} }}");
    }

    /// <summary>Prints an argument that may be boxed as an object.</summary>
    public static string Argument(Constant constant) => constant.Kind switch
    {
        ConstantKind.Null => "null",
        ConstantKind.Type => $"typeof({constant.Type!.Code()})",
        ConstantKind.Array => $"new {constant.Type!.Code()} {{ {GeneratedCode.Join(constant.Items.Select(Argument))} }}",
        ConstantKind.Enum => $"({constant.Type!.Code()})({Primitive(constant.Value!)})",
        _ => Boxed(constant.Value!),
    };

    // A boxed value keeps its type: byte 1 is not int 1.
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
