using System.Text;
using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Jero.Binding;

/// <summary>Has what all kinds of body share.</summary>
internal static class RequestBody
{
    /// <summary>The message for a body that is over the server's limit.</summary>
    public const string TooLarge = "The body is larger than the limit.";

    /// <summary>The message for a body that does not match its Content-Encoding.</summary>
    public const string Damaged = "The body cannot be decompressed.";

    public static bool IsMissing(HttpContext http) => http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false
        || http.Request.ContentLength == 0;

    /// <summary>
    /// Returns whether a text body can be decoded. A quoted charset is unquoted in the request, because ASP.NET Core does not recognize it.
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
            // The charset is UTF-7, which .NET has switched off.
            return false;
        }

        if (charset != type.Charset)
        {
            type.Charset = charset;
            request.ContentType = type.ToString();
        }

        return true;
    }

    /// <summary>Reports a charset that is not known.</summary>
    public static void FailCharset(IRequestFaults faults, string name, HttpRequest request) => faults.Fail(
        name,
        $"The body has an unknown charset: '{ClientText.Shorten(request.ContentType ?? "")}'.",
        StatusCodes.Status415UnsupportedMediaType);

    /// <summary>
    /// Reports a body that the server refuses, with the server's status: 413 if it is too large, 408 if it comes too slowly.
    /// </summary>
    public static void Fail(IRequestFaults faults, string name, BadHttpRequestException exception) => faults.Fail(
        name,
        exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : "The body cannot be read.",
        exception.StatusCode);
}
