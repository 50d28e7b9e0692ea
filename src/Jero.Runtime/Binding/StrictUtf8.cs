using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Jero.Binding;

/// <summary>
/// A body whose text is checked as it is read. System.Text.Json does not look into strings that it only keeps: a handler would be the first
/// to find out that one is no UTF-8 (RFC 8259, section 8.1).
/// </summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Has reading throw a <see cref="DecoderFallbackException"/> at the first byte that is no UTF-8. Other charsets are decoded anyway.</summary>
    public static void Require(HttpRequest request)
    {
        var charset = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Charset) : default;
        if (!charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            request.Body = Encoding.CreateTranscodingStream(request.Body, Strict, Encoding.UTF8, leaveOpen: true);
        }
    }
}
