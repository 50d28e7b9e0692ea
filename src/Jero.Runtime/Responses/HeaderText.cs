using System.Globalization;
using System.Text;

namespace Jero.Responses;

/// <summary>
/// Turns JSON into a header value: a character that is not ASCII, which only strings can contain, becomes its \u escape (RFC 9110, section
/// 5.5).
/// </summary>
internal static class HeaderText
{
    public static string OfJson(ReadOnlySpan<byte> utf8)
    {
        var json = Encoding.UTF8.GetString(utf8);
        if (Ascii.IsValid(json))
        {
            return json;
        }

        var text = new StringBuilder(json.Length + 16);
        foreach (var character in json)
        {
            if (char.IsAscii(character))
            {
                text.Append(character);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
        }

        return text.ToString();
    }
}
