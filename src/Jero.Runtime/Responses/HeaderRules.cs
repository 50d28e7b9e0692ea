using System.Buffers;
using System.Globalization;
using System.Text;
using Jero.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jero.Responses;

/// <summary>
/// Rejects headers that the server would reject, before the response begins. The server would do so only when the header is set.
/// </summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9110.html#section-5.5</remarks>
internal static class HeaderRules
{
    // What Kestrel sends: visible ASCII, spaces and tabs.
    private static readonly SearchValues<char> Accepted = SearchValues.Create(
        "\t !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <exception cref="InvalidOperationException">The name is not a token.</exception>
    public static void CheckName(string name)
    {
        if (!HeaderFields.IsName(name))
        {
            throw new InvalidOperationException(
                $"'{Printable(name)}' is not a valid name for a response header. A name consists of ASCII letters, digits and !#$%&'*+-.^_`|~ (RFC 9110, section 5.1).");
        }
    }

    /// <exception cref="InvalidOperationException">
    /// The value contains a character that no header, or no header of this server, can have.
    /// </exception>
    public static void CheckValue(HttpContext http, string name, string? value)
    {
        var index = value.AsSpan().IndexOfAnyExcept(Accepted);
        if (index >= 0)
        {
            CheckRest(http, name, value.AsSpan(), index);
        }
    }

    private static void CheckRest(HttpContext http, string name, ReadOnlySpan<char> value, int first)
    {
        for (var i = first; i < value.Length; i++)
        {
            if (value[i] == '\x7F' || (value[i] < ' ' && value[i] != '\t'))
            {
                throw Refused(name, value[i], i, "A header cannot contain control characters. Remove them, or encode the text with Uri.EscapeDataString.");
            }
        }

        // Any encoding other than the default accepts the rest.
        if (http.RequestServices?.GetService<IOptions<KestrelServerOptions>>()?.Value.ResponseHeaderEncodingSelector(name) is null)
        {
            throw Refused(
                name,
                value[first],
                first,
                "A header is ASCII. Write a file name with ContentDispositionHeaderValue.SetHttpFileName and other text with Uri.EscapeDataString, "
                + "or choose an encoding with KestrelServerOptions.ResponseHeaderEncodingSelector.");
        }
    }

    private static InvalidOperationException Refused(string name, char character, int index, string fix) => new(
        string.Create(CultureInfo.InvariantCulture, $"The response header {name} cannot be sent: its value contains {Describe(character)} at index {index}. {fix}"));

    private static string Describe(char character) => character switch
    {
        '\r' => "a CR",
        '\n' => "an LF",
        '\0' => "a NUL",
        _ => string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}"),
    };

    private static string Printable(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            _ = character is >= ' ' and <= '~' ? text.Append(character) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return text.ToString();
    }
}
