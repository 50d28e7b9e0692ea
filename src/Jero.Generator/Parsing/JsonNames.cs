using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>How definitions and components are named.</summary>
internal static class JsonNames
{
    /// <summary>
    /// The full name as an identifier: <c>Shop_Movie</c>, <c>Shop_Page_of_Shop_Movie</c>. A leading underscore keeps types of the global
    /// namespace apart from the runtime's own names.
    /// </summary>
    public static string Definition(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => "ArrayOf_" + Argument(array.ElementType, Definition),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => "NullableOf_" + Definition(nullable.TypeArguments[0]),
        INamedTypeSymbol named => (named.ContainingNamespace.IsGlobalNamespace ? "_" : "")
            + named.FullName().Replace("_", "__").Replace('.', '_')
            + Arguments(named, "_of_", "_and_", Definition),
        _ => type.Name,
    };

    /// <summary>The name in the document: <c>Movie</c>, <c>PageOfMovie</c>.</summary>
    public static string Component(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => "ArrayOf" + Argument(array.ElementType, Component),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => "NullableOf" + Component(nullable.TypeArguments[0]),
        INamedTypeSymbol named => named.Name + Arguments(named, "Of", "And", Component),
        _ => type.Name,
    };

    private static string Arguments(INamedTypeSymbol type, string of, string and, Func<ITypeSymbol, string> nameOf)
    {
        var arguments = new List<string>();
        for (var part = type; part is not null; part = part.ContainingType)
        {
            arguments.InsertRange(0, part.TypeArguments.Select(argument => Argument(argument, nameOf)));
        }

        return arguments.Count == 0 ? "" : of + string.Join(and, arguments);
    }

    // Page<string?> and Page<string> are one type but two schemas.
    private static string Argument(ITypeSymbol type, Func<ITypeSymbol, string> nameOf) =>
        (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated ? "Nullable" : "") + nameOf(type);
}
