using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jero.Problems;

/// <summary>
/// Decides which headers a problem inherits. Headers that a handler had set for its answer are removed, as ASP.NET Core's exception handler
/// does. Headers that middleware had set before the handler ran stay, as on any answer of the endpoint, and so do those of a handler that
/// belong to an error.
/// </summary>
internal static class ProblemHeaders
{
    // Headers that describe how the body that is not sent is read and cached (RFC 9110, section 8; RFC 9111, section 5), whoever has set
    // them.
    private static readonly string[] OfOtherBody =
    [
        HeaderNames.AcceptRanges, HeaderNames.Age, HeaderNames.CacheControl, HeaderNames.ContentDisposition, HeaderNames.ContentEncoding,
        HeaderNames.ContentLanguage, HeaderNames.ContentLength, HeaderNames.ContentLocation, HeaderNames.ContentMD5, HeaderNames.ContentRange,
        HeaderNames.ContentType, HeaderNames.ETag, HeaderNames.Expires, HeaderNames.LastModified, HeaderNames.Pragma, HeaderNames.Trailer,
        HeaderNames.TransferEncoding, "Content-Digest", "Repr-Digest", "X-Accel-Buffering", "Incremental",
    ];

    // Headers that tell the client what to do about the error (RFC 9110, sections 10.2.1, 10.2.3 and 11.6.1).
    private static readonly string[] OfErrors = [HeaderNames.Allow, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate];

    /// <summary>Returns the headers that are set before the handler runs; null if there are none.</summary>
    public static KeyValuePair<string, StringValues>[]? Of(HttpContext http) => http.Response.Headers is { Count: > 0 } headers ? [.. headers] : null;

    /// <summary>Restores these headers, and keeps those that belong to an error.</summary>
    /// <param name="http">A request whose response has not started.</param>
    /// <param name="before">The result of <see cref="Of"/>.</param>
    public static void Restore(HttpContext http, KeyValuePair<string, StringValues>[]? before)
    {
        KeyValuePair<string, StringValues>[] kept = [.. OfErrors.Select(name => KeyValuePair.Create(name, http.Response.Headers[name]))];
        http.Response.Clear();
        foreach (var (name, value) in (before ?? []).Concat(kept))
        {
            if (value.Count > 0)
            {
                http.Response.Headers[name] = value;
            }
        }
    }

    /// <summary>Removes headers that describe another body than the problem.</summary>
    public static void ClearOtherBody(HttpContext http)
    {
        var headers = http.Response.Headers;
        foreach (var name in OfOtherBody)
        {
            headers.Remove(name);
        }
    }
}
