using System.Globalization;
using System.Text;

namespace Jero.Client.Tool.Emission.CSharp;

/// <summary>Prints words and texts in C#.</summary>
internal static class CSharpText
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do",
        "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int",
        "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try",
        "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    public static string Identifier(string name) => Keywords.Contains(name) ? $"@{name}" : name;

    /// <summary>A string literal.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\u2028' or '\u2029' or '\u0085' => Escape(text, letter),
                _ when char.IsControl(letter) || char.IsSurrogate(letter) => Escape(text, letter),
                _ => text.Append(letter),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>One tag of a documentation comment; several lines stand below it.</summary>
    /// <param name="tag">With its attributes.</param>
    /// <param name="text">Plain text.</param>
    public static string Comment(string tag, string text)
    {
        var lines = Escape(text).ReplaceLineEndings("\n").Trim().Split('\n').Select(static line => line.TrimEnd()).ToList();
        var end = tag.Split(' ')[0];
        return lines.Count == 1
            ? $"/// <{tag}>{lines[0]}</{end}>"
            : $"/// <{tag}>\n{string.Join('\n', lines.Select(static line => $"/// {line}".TrimEnd()))}\n/// </{end}>";
    }

    /// <summary>Escapes plain text for a comment. Characters that XML does not allow are left out.</summary>
    public static string Escape(string text) =>
        string.Concat(text.Where(static letter => letter is '\n' or '\r' or '\t' || (!char.IsControl(letter) && letter is not ('\uFFFE' or '\uFFFF') && !char.IsSurrogate(letter))))
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static StringBuilder Escape(StringBuilder text, char letter) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
}
