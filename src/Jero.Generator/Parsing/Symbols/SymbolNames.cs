using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>How symbols are written in messages, and how they are found by their names.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat MetadataFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The type as the user would write it in a message.</summary>
    public static string Message(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>The namespace and the nested names: <c>Shop.Chat.Message</c>.</summary>
    public static string FullName(this ISymbol symbol) => symbol.ToDisplayString(MetadataFormat);

    /// <summary>A text in quotation marks, as a message shows it.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>Whether this is the type of that name, whatever its arguments.</summary>
    public static bool Is(this ITypeSymbol? type, KnownType known) => known.Matches(type);

    /// <summary>Where the user wrote it; null for what is of another assembly.</summary>
    public static Location? SourceLocation(this ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);

    public static AttributeData? Attribute(this ISymbol symbol, KnownType known) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(known));

    /// <summary>A named string argument of an attribute, such as <c>Name</c> of <c>[FromQuery]</c>.</summary>
    public static string? NamedString(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

    /// <summary>A named bool argument of an attribute.</summary>
    public static bool? NamedBool(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as bool?;
}
