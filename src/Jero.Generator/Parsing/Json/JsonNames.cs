using System.Globalization;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Json;

/// <summary>Names definitions and components. A name does not depend on which other types there are, so a new type renames none.</summary>
internal static class JsonNames
{
    /// <summary>
    /// Returns the full name as an identifier: <c>Shop_Movie</c>, <c>Shop_Page_of_Shop_Movie</c>. A leading underscore keeps types of the
    /// global namespace apart from the runtime's own names. No two types have the same name: an underscore in a name is doubled, a leading
    /// one is counted, and a name that reads like a word of this scheme is marked by a number, which no name begins with.
    /// </summary>
    public static string Definition(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => "ArrayOf_" + Argument(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => "NullableOf_" + Definition(nullable.TypeArguments[0]),
        INamedTypeSymbol named => Identifier(named) + Arguments(named),
        _ => type.Name,
    };

    /// <summary>The same of the names that text has for an enum.</summary>
    public static string NamesOf(ITypeSymbol type) => "NamesOf_" + Definition(type);

    /// <summary>
    /// Returns the name in the document: <c>Movie</c>, <c>PageOfMovie</c>, and <c>Chat.Message</c> for a nested type. OpenAPI allows ASCII
    /// letters, digits and <c>._-</c>; any other letter is written as <c>-</c> and its code.
    /// </summary>
    /// <remarks>https://spec.openapis.org/oas/v3.2.0.html#components-object</remarks>
    public static string Component(ITypeSymbol type) => Component(type, isNested: true, isInside: false);

    /// <summary>The same without the types that it is nested in.</summary>
    public static string OwnComponent(ITypeSymbol type) => Component(type, isNested: false, isInside: false);

    private static string Identifier(INamedTypeSymbol type)
    {
        var parts = type.FullName().Split('.');
        var start = type.ContainingNamespace.IsGlobalNamespace ? "_" : parts[0].StartsWith("_", StringComparison.Ordinal) ? "__" : "";
        return start + string.Join("_", parts.Select(Part));
    }

    private static string Part(string name)
    {
        var rest = name.TrimStart('_');
        var leading = name.Length - rest.Length;
        return (leading > 0 || IsWord(name) ? leading.ToString(CultureInfo.InvariantCulture) + "_" : "") + rest.Replace("_", "__");
    }

    private static bool IsWord(string name) => name is "and" or "ArrayOf" or "NamesOf" or "NullableOf" or "Nullable"
        || (name.StartsWith("of", StringComparison.Ordinal) && name.Skip(2).All(static character => character == 'i' || char.IsDigit(character)));

    // Pair<Box<A>, B> and Pair<Box<A, B>> differ in how many arguments each takes; Outer<A>.Inner and Outer.Inner<A> differ in which of
    // them does.
    private static string Arguments(INamedTypeSymbol type)
    {
        var (arities, arguments) = (new List<int>(), new List<string>());
        for (var part = type; part is not null; part = part.ContainingType)
        {
            arities.Insert(0, part.Arity);
            arguments.InsertRange(0, part.TypeArguments.Select(Argument));
        }

        if (arguments.Count == 0)
        {
            return "";
        }

        var counts = string.Join("i", arities.SkipWhile(static arity => arity == 0));
        return $"_of{(counts == "1" ? "" : counts)}_{string.Join("_and_", arguments)}";
    }

    // Page<string?> and Page<string> are one type but two schemas.
    private static string Argument(ITypeSymbol type) => (IsAnnotated(type) ? "Nullable_" : "") + Definition(type);

    private static string Component(ITypeSymbol type, bool isNested, bool isInside) => type switch
    {
        IArrayTypeSymbol array => "ArrayOf" + ComponentArgument(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => "NullableOf" + ComponentArgument(nullable.TypeArguments[0]),
        INamedTypeSymbol named => ComponentOf(named, isNested, isInside),
        _ => type.Name,
    };

    private static string ComponentOf(INamedTypeSymbol type, bool isNested, bool isInside)
    {
        var count = isInside && type.Arity > 1 ? type.Arity.ToString(CultureInfo.InvariantCulture) : "";
        var name = AsciiName(type.Name) + (type.Arity == 0 ? "" : $"{count}Of{string.Join("And", type.TypeArguments.Select(ComponentArgument))}");
        return isNested && type.ContainingType is { } outer ? $"{ComponentOf(outer, isNested, isInside)}.{name}" : name;
    }

    private static string ComponentArgument(ITypeSymbol type) =>
        (IsAnnotated(type) ? "Nullable" : "") + Component(type, isNested: true, isInside: true);

    private static bool IsAnnotated(ITypeSymbol type) => type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;

    private static string AsciiName(string name) => string.Concat(name.Select(static character =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
            ? character.ToString()
            : "-" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)));
}
