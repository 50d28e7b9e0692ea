using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Documentation;

/// <summary>The texts of a documentation comment, as plain text.</summary>
internal sealed record DocumentationComment(string? Summary, string? Remarks, string? Example, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The text of <c>&lt;returns&gt;</c>.</summary>
    public string? Returns { get; init; }

    /// <summary>The texts of <c>&lt;response code="404"&gt;</c>, by status.</summary>
    public IReadOnlyDictionary<int, string> Responses { get; init; } = new Dictionary<int, string>();

    private static readonly DocumentationComment None = new(null, null, null, new Dictionary<string, string>());

    // Endpoints share their item types, and the members of a record share the comment of their type.
    private static readonly ConditionalWeakTable<ISymbol, DocumentationComment> Known = new();

    /// <summary>
    /// Returns the comment of a symbol. The comment of the record's parameter documents a property of a positional record. A comment that
    /// is only <c>&lt;inheritdoc/&gt;</c> is that of the member which the symbol overrides or implements.
    /// </summary>
    public static DocumentationComment Of(ISymbol symbol, CancellationToken cancellationToken) =>
        Known.GetValue(symbol, part => Find(part, cancellationToken));

    private static DocumentationComment Find(ISymbol symbol, CancellationToken cancellationToken)
    {
        for (var part = symbol; part is not null; part = Inherited(part))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(part, cancellationToken) is not { } root)
            {
                break;
            }

            if (root.Element("inheritdoc") is null || root.Element("summary") is not null)
            {
                return Parse(root);
            }
        }

        return MemberAttributes.ParameterOf(symbol) is { } parameter
            && Of(symbol.ContainingType, cancellationToken).Parameters.TryGetValue(parameter.Name, out var text)
                ? None with { Summary = text }
                : None;
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.OverriddenProperty ?? Implemented(property),
        IMethodSymbol method => method.OverriddenMethod ?? Implemented(method),
        INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } based } => based,
        INamedTypeSymbol { Interfaces: [var first, ..] } => first,
        _ => null,
    };

    private static ISymbol? Implemented(ISymbol member) => member.ContainingType.AllInterfaces
        .SelectMany(part => part.GetMembers(member.Name))
        .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(candidate), member));

    private static XElement? Read(ISymbol symbol, CancellationToken cancellationToken)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        if (string.IsNullOrEmpty(xml))
        {
            xml = FromTrivia(symbol, cancellationToken);
        }

        if (string.IsNullOrEmpty(xml))
        {
            return null;
        }

        try
        {
            return XElement.Parse(xml);
        }
        catch (XmlException)
        {
            // The compiler reports a malformed comment (CS1570).
            return null;
        }
    }

    private static DocumentationComment Parse(XElement root) => new(
        DocumentationText.Of(root.Element("summary")),
        DocumentationText.Of(root.Element("remarks")),
        DocumentationText.Of(root.Element("example")),
        root.Elements("param")
            .Select(static element => (Name: element.Attribute("name")?.Value, Text: DocumentationText.Of(element)))
            .Where(static parameter => parameter is { Name: not null, Text: not null })
            .GroupBy(static parameter => parameter.Name!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().Text!, StringComparer.Ordinal))
    {
        Returns = DocumentationText.Of(root.Element("returns")),
        Responses = root.Elements("response")
            .Select(static element => (Code: StatusOf(element), Text: DocumentationText.Of(element)))
            .Where(static response => response is { Code: not null, Text: not null })
            .GroupBy(static response => response.Code!.Value)
            .ToDictionary(static group => group.Key, static group => group.First().Text!),
    };

    private static int? StatusOf(XElement element) =>
        int.TryParse(element.Attribute("code")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 ? status : null;

    // With GenerateDocumentationFile off, the compiler does not parse documentation comments: they are plain comments in the trivia.
    private static string? FromTrivia(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences is [] or { IsDefault: true })
        {
            return null;
        }

        var comment = new StringBuilder();
        foreach (var reference in symbol.DeclaringSyntaxReferences.Where(static part => part.SyntaxTree.Options.DocumentationMode == DocumentationMode.None))
        {
            var node = reference.GetSyntax(cancellationToken);
            var declaration = node is VariableDeclaratorSyntax ? node.Parent!.Parent! : node;
            foreach (var line in declaration.GetLeadingTrivia().ToString().Split('\n'))
            {
                var text = line.Trim();
                if (text.StartsWith("///", StringComparison.Ordinal))
                {
                    comment.Append(text, 3, text.Length - 3).Append('\n');
                }
            }
        }

        return comment.Length == 0 ? null : $"<member>{comment}</member>";
    }
}
