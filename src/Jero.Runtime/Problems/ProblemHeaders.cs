using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jero.Problems;

/// <summary>
/// Which headers a problem inherits. What a handler had set for its answer is gone, as it is behind the framework's exception handler; what
/// middleware had set before the handler ran stays, as under any answer of the endpoint. So do the fields of a handler that belong to an error.
/// </summary>
internal static class ProblemHeaders
{
    // What says how the body that is not sent is read and kept (RFC 9110, section 8; RFC 9111, section 5), whoever has set it.
    private static readonly string[] OfOtherBody =
    [
        HeaderNames.AcceptRanges, HeaderNames.Age, HeaderNames.CacheControl, HeaderNames.ContentDisposition, HeaderNames.ContentEncoding,
        HeaderNames.ContentLanguage, HeaderNames.ContentLength, HeaderNames.ContentLocation, HeaderNames.ContentMD5, HeaderNames.ContentRange,
        HeaderNames.ContentType, HeaderNames.ETag, HeaderNames.Expires, HeaderNames.LastModified, HeaderNames.Pragma, HeaderNames.Trailer,
        HeaderNames.TransferEncoding, "Content-Digest", "Repr-Digest", "X-Accel-Buffering", "Incremental",
    ];

    // Fields that tell the client what to do about the error (RFC 9110, sections 10.2.1, 10.2.3 and 11.6.1).
    private static readonly string[] OfErrors = [HeaderNames.Allow, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate];

    /// <summary>What is set before the handler runs; null for nothing.</summary>
    public static KeyValuePair<string, StringValues>[]? Of(HttpContext http) => http.Response.Headers is { Count: > 0 } headers ? [.. headers] : null;

    /// <summary>Takes back what was set since, but for what belongs to an error.</summary>
    /// <param name="http">A request whose response has not started.</param>
    /// <param name="before">What <see cref="Of"/> gave.</param>
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

    /// <summary>Removes what describes another body than the problem.</summary>
    public static void ClearOtherBody(HttpContext http)
    {
        var headers = http.Response.Headers;
        foreach (var name in OfOtherBody)
        {
            headers.Remove(name);
        }
    }
}
