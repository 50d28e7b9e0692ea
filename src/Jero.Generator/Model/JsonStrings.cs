using System.Globalization;
using System.Text;

namespace Jero.Generator.Model;

/// <summary>Text as JSON writes it.</summary>
internal static class JsonStrings
{
    /// <summary>A JSON string literal.</summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u2028' or '\u2029' or '\u0085' => quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A JSON string literal as System.Text.Json writes it under ASP.NET Core's defaults: beyond ASCII only letters stay as they are.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character switch
            {
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                >= ' ' and <= '~' => escaped.Append(character),
                _ when character > '~' && IsLiteral(character) => escaped.Append(character),
                _ => escaped.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return escaped.Append('"').ToString();
    }

    private static bool IsLiteral(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator);
}
