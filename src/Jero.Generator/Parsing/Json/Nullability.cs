using Jero.Generator.Model;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Reads where null is allowed, by System.Text.Json's rules. Code without annotations allows it everywhere.</summary>
/// <remarks>https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/nullable-annotations</remarks>
internal static class Nullability
{
    /// <summary>Of a property or field; null for a value type.</summary>
    /// <param name="member">The member.</param>
    /// <param name="parameter">The parameter of the constructor that sets it; null if none does.</param>
    /// <param name="options">Whether bodies are held to it.</param>
    public static JsonNullability? Of(ISymbol member, JsonConstructorParameter? parameter, JsonOptions options)
    {
        var type = JsonMembers.TypeOf(member);
        if (!type.IsReferenceType)
        {
            return null;
        }

        var isNullable = type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        var hasNull = Has(member, KnownTypes.MaybeNullAttribute) || (isNullable && !Has(member, KnownTypes.NotNullAttribute));
        var refusesNull = parameter is null ? !IsNullable(member, isNullable) : !parameter.IsNullable;
        return new JsonNullability(hasNull, refusesNull, !refusesNull || !options.RespectNullableAnnotations);
    }

    /// <summary>Whether null may be given to a parameter.</summary>
    public static bool Of(IParameterSymbol parameter) => parameter.Type.IsReferenceType
        ? IsNullable(parameter, parameter.NullableAnnotation != NullableAnnotation.NotAnnotated)
        : parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether an item of that type may be null; null for a value type.</summary>
    public static bool? OfItem(ITypeSymbol type) => type.IsReferenceType ? type.NullableAnnotation != NullableAnnotation.NotAnnotated : null;

    private static bool IsNullable(ISymbol symbol, bool isNullable) => Has(symbol, KnownTypes.AllowNullAttribute) || (isNullable && !Has(symbol, KnownTypes.DisallowNullAttribute));

    private static bool Has(ISymbol symbol, KnownType attribute) => symbol.Attribute(attribute) is not null;
}
