using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>The types that have a JSON form of their own.</summary>
internal static class BuiltInTypes
{
    public static BuiltInType? Find(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => BuiltInType.String,
        SpecialType.System_Boolean => BuiltInType.Boolean,
        SpecialType.System_Char => BuiltInType.Char,
        SpecialType.System_SByte => BuiltInType.SByte,
        SpecialType.System_Byte => BuiltInType.Byte,
        SpecialType.System_Int16 => BuiltInType.Int16,
        SpecialType.System_UInt16 => BuiltInType.UInt16,
        SpecialType.System_Int32 => BuiltInType.Int32,
        SpecialType.System_UInt32 => BuiltInType.UInt32,
        SpecialType.System_Int64 => BuiltInType.Int64,
        SpecialType.System_UInt64 => BuiltInType.UInt64,
        SpecialType.System_Single => BuiltInType.Single,
        SpecialType.System_Double => BuiltInType.Double,
        SpecialType.System_Decimal => BuiltInType.Decimal,
        SpecialType.System_DateTime => BuiltInType.DateTime,
        _ when type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => BuiltInType.Bytes,
        _ when type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } => OfSystem(type),
        _ => null,
    };

    /// <summary>Whether <c>[JsonNumberHandling]</c> says how it is written.</summary>
    public static bool IsNumber(BuiltInType type) => type is >= BuiltInType.SByte and <= BuiltInType.Decimal;

    /// <summary>Whether it may be NaN or infinite.</summary>
    public static bool IsFloatingPoint(BuiltInType type) => type is BuiltInType.Half or BuiltInType.Single or BuiltInType.Double;

    /// <summary>Whether it may be the key of a dictionary.</summary>
    public static bool IsKey(BuiltInType type) => type is not (BuiltInType.Bytes or BuiltInType.ByteMemory);

    private static BuiltInType? OfSystem(ITypeSymbol type) => type.MetadataName switch
    {
        "Uri" => BuiltInType.Uri,
        "Version" => BuiltInType.Version,
        "Int128" => BuiltInType.Int128,
        "UInt128" => BuiltInType.UInt128,
        "Half" => BuiltInType.Half,
        "Guid" => BuiltInType.Guid,
        "DateTimeOffset" => BuiltInType.DateTimeOffset,
        "DateOnly" => BuiltInType.DateOnly,
        "TimeOnly" => BuiltInType.TimeOnly,
        "TimeSpan" => BuiltInType.TimeSpan,
        "Memory`1" or "ReadOnlyMemory`1" when ((INamedTypeSymbol)type).TypeArguments[0].SpecialType == SpecialType.System_Byte => BuiltInType.ByteMemory,
        _ => null,
    };
}
