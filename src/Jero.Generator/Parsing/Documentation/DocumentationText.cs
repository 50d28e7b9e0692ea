using System.Text;
using System.Xml.Linq;

namespace Jero.Generator.Parsing.Documentation;

/// <summary>Turns the markup of a documentation comment into plain text on one line.</summary>
internal static class DocumentationText
{
    /// <summary>The text; null if there is none.</summary>
    public static string? Of(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(element, text);
        var words = text.ToString().Split([' ', '\t', '\r', '\n', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries);
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
                var isBlock = nested.Name.LocalName is "para" or "p" or "list" or "item" or "term" or "description" or "code";
                text.Append(isBlock ? " " : "");
                Append(nested, text);
                text.Append(isBlock ? " " : "");
            }
        }
    }

    // <see cref="T:Shop.Movie"/> is printed as "Movie", and so is its constructor.
    private static string Referred(XElement reference)
    {
        if (reference.Attribute("href") is { } link)
        {
            return link.Value;
        }

        var target = reference.Attribute("cref")?.Value ?? reference.Attribute("langword")?.Value ?? reference.Attribute("name")?.Value ?? "";
        var end = target.IndexOfAny(['(', '`', '{', '<']);
        var name = (end < 0 ? target : target.Substring(0, end)).Replace(".#ctor", "");
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}
