using System.Text;
using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Jero.Binding;

/// <summary>What every kind of body has in common.</summary>
internal static class RequestBody
{
    /// <summary>Says that a body is over the server's limit.</summary>
    public const string TooLarge = "The body is larger than the limit.";

    /// <summary>Says that a body is not what its Content-Encoding calls it.</summary>
    public const string Damaged = "The body cannot be decompressed.";

    public static bool IsMissing(HttpContext http) => http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false
        || http.Request.ContentLength == 0;

    /// <summary>
    /// Whether a text body can be decoded. A quoted charset, which the framework does not know, is unquoted where the framework looks for it.
    /// </summary>
    /// <remarks>https://www.rfc-editor.org/rfc/rfc9110.html#section-8.3.1</remarks>
    public static bool HasKnownCharset(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue)
        {
            return true;
        }

        var charset = HeaderUtilities.UnescapeAsQuotedString(type.Charset);
        try
        {
            _ = Encoding.GetEncoding(charset.ToString());
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Not supported is UTF-7, which is switched off.
            return false;
        }

        if (charset != type.Charset)
        {
            type.Charset = charset;
            request.ContentType = type.ToString();
        }

        return true;
    }

    /// <summary>Fails by a charset that is not known.</summary>
    public static void FailCharset(IRequestFaults faults, string name, HttpRequest request) => faults.Fail(
        name,
        $"The body has an unknown charset: '{ClientText.Shorten(request.ContentType ?? "")}'.",
        StatusCodes.Status415UnsupportedMediaType);

    /// <summary>A body that the server refuses keeps the server's status: 413 over the size limit, 408 when it comes too slowly.</summary>
    public static void Fail(IRequestFaults faults, string name, BadHttpRequestException exception) => faults.Fail(
        name,
        exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : "The body cannot be read.",
        exception.StatusCode);
}
