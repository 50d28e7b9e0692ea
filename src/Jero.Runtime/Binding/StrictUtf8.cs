using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Jero.Binding;

/// <summary>
/// Checks the text of a body as it is read. System.Text.Json does not look into strings that it only keeps, so a handler would be the first
/// to notice that one is not UTF-8 (RFC 8259, section 8.1).
/// </summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Makes reading throw a <see cref="DecoderFallbackException"/> at the first byte that is not UTF-8. Other charsets are decoded in any
    /// case.
    /// </summary>
    public static void Require(HttpRequest request)
    {
        var charset = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Charset) : default;
        if (!charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            request.Body = Encoding.CreateTranscodingStream(request.Body, Strict, Encoding.UTF8, leaveOpen: true);
        }
    }
}
