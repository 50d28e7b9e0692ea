using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>The types that have a JSON form of their own.</summary>
internal static class BuiltInTypes
{
    public static BuiltInType? Find(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => BuiltInType.String,
        SpecialType.System_Boolean => BuiltInType.Boolean,
        SpecialType.System_SByte => BuiltInType.SByte,
        SpecialType.System_Byte => BuiltInType.Byte,
        SpecialType.System_Int16 => BuiltInType.Int16,
        SpecialType.System_UInt16 => BuiltInType.UInt16,
        SpecialType.System_Int32 => BuiltInType.Int32,
        SpecialType.System_UInt32 => BuiltInType.UInt32,
        SpecialType.System_Int64 => BuiltInType.Int64,
        SpecialType.System_UInt64 => BuiltInType.UInt64,
        SpecialType.System_Double => BuiltInType.Double,
        SpecialType.System_Decimal => BuiltInType.Decimal,
        SpecialType.System_DateTime => BuiltInType.DateTime,
        _ when type.Is("System", "Guid") => BuiltInType.Guid,
        _ when type.Is("System", "DateTimeOffset") => BuiltInType.DateTimeOffset,
        _ when type.Is("System", "DateOnly") => BuiltInType.DateOnly,
        _ => null,
    };
}
