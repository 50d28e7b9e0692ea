using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>What <c>Nullable&lt;T&gt;</c> is about.</summary>
internal static class NullableTypes
{
    /// <summary>The type of the value, of <c>T?</c> as of <c>T</c>.</summary>
    public static ITypeSymbol Underlying(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether a value may be null as far as the runtime is concerned.</summary>
    public static bool CanBeNull(this ITypeSymbol type) => !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
