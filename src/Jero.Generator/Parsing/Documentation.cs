using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>The texts of a documentation comment, as plain text.</summary>
internal sealed record Documentation(string? Summary, string? Remarks)
{
    private static readonly Documentation None = new(null, null);

    public static Documentation Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        if (string.IsNullOrEmpty(xml))
        {
            xml = FromTrivia(symbol, cancellationToken);
        }

        if (string.IsNullOrEmpty(xml))
        {
            return None;
        }

        try
        {
            var root = XElement.Parse(xml);
            return new Documentation(Text(root.Element("summary")), Text(root.Element("remarks")));
        }
        catch (XmlException)
        {
            // A malformed comment is the compiler's to report (CS1570).
            return None;
        }
    }

    // With GenerateDocumentationFile off the compiler parses no documentation comments: they are plain comments in the trivia.
    private static string? FromTrivia(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences is [] or { IsDefault: true })
        {
            return null;
        }

        var comment = new StringBuilder();
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            foreach (var line in reference.GetSyntax(cancellationToken).GetLeadingTrivia().ToString().Split('\n'))
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

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(element, text);
        var words = text.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" ", words);
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText plain)
            {
                text.Append(plain.Value);
            }
            else if (node is XElement { IsEmpty: true } reference)
            {
                text.Append(Referred(reference)).Append(reference.Name.LocalName == "br" ? " " : "");
            }
            else if (node is XElement nested)
            {
                Append(nested, text);
                text.Append(nested.Name.LocalName == "para" ? " " : "");
            }
        }
    }

    // <see cref="T:Shop.Movie"/> reads as "Movie".
    private static string Referred(XElement reference)
    {
        var target = reference.Attribute("cref")?.Value ?? reference.Attribute("langword")?.Value ?? reference.Attribute("name")?.Value ?? "";
        var end = target.IndexOfAny(['(', '`', '{']);
        var name = end < 0 ? target : target.Substring(0, end);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}
