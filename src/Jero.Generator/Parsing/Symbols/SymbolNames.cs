using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Parsing.Symbols;

/// <summary>How symbols are written in generated code and in messages.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat CodeFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly Regex Await = new(@"(?<![\w@])await(?!\w)", RegexOptions.CultureInvariant);

    private static readonly SymbolDisplayFormat MetadataFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The type as generated code writes it: <c>global::Shop.Movie?</c>.</summary>
    public static string Code(this ITypeSymbol type) => WithoutAwait(type.ToDisplayString(CodeFormat));

    /// <summary>The type without an annotation of its own, as in <c>typeof</c> or <c>new</c>.</summary>
    public static string BareCode(this ITypeSymbol type) =>
        WithoutAwait(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(CodeFormat));

    // Roslyn escapes no 'await', which is a keyword where generated code is asynchronous (CS4003).
    private static string WithoutAwait(string code) => code.Contains("await") ? Await.Replace(code, "@await") : code;

    /// <summary>The type as the user would write it in a message.</summary>
    public static string Message(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>The namespace and the nested names: <c>Shop.Chat.Message</c>.</summary>
    public static string FullName(this ISymbol symbol) => symbol.ToDisplayString(MetadataFormat);

    /// <summary>A name as an identifier in code: <c>@class</c>.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A string literal.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>Whether this is the type of that name: <c>Jero</c> and <c>SSEResponse`1</c>.</summary>
    public static bool Is(this ITypeSymbol? type, string containingNamespace, string metadataName) =>
        type is { ContainingType: null } && type.OriginalDefinition.MetadataName == metadataName
        && type.ContainingNamespace?.ToDisplayString() == containingNamespace;

    /// <summary>Where the user wrote it; null for what is of another assembly.</summary>
    public static Location? SourceLocation(this ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);

    public static AttributeData? Attribute(this ISymbol symbol, string containingNamespace, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(containingNamespace, metadataName));

    /// <summary>A named string argument of an attribute, such as <c>Name</c> of <c>[FromQuery]</c>.</summary>
    public static string? NamedString(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

    /// <summary>A named bool argument of an attribute.</summary>
    public static bool? NamedBool(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as bool?;
}
