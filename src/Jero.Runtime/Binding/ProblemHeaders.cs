using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jero.Binding;

/// <summary>
/// Which headers a problem inherits. What a handler had set for its answer is gone, as it is behind the framework's exception handler; what
/// middleware had set before the handler ran stays, as under any answer of the endpoint.
/// </summary>
internal static class ProblemHeaders
{
    // What says how the body that is not sent is read and kept (RFC 9110, section 8; RFC 9111, section 5), whoever has set it.
    private static readonly string[] OfOtherBody =
    [
        HeaderNames.AcceptRanges, HeaderNames.Age, HeaderNames.CacheControl, HeaderNames.ContentDisposition, HeaderNames.ContentEncoding,
        HeaderNames.ContentLanguage, HeaderNames.ContentLength, HeaderNames.ContentLocation, HeaderNames.ContentMD5, HeaderNames.ContentRange,
        HeaderNames.ContentType, HeaderNames.ETag, HeaderNames.Expires, HeaderNames.LastModified, HeaderNames.Pragma, HeaderNames.Trailer,
        HeaderNames.TransferEncoding, "Content-Digest", "Repr-Digest", "X-Accel-Buffering",
    ];

    /// <summary>What is set before the handler runs; null for nothing.</summary>
    public static KeyValuePair<string, StringValues>[]? Of(HttpContext http) => http.Response.Headers is { Count: > 0 } headers ? [.. headers] : null;

    /// <summary>Takes back what was set since.</summary>
    /// <param name="http">A request whose response has not started.</param>
    /// <param name="before">What <see cref="Of"/> gave.</param>
    public static void Restore(HttpContext http, KeyValuePair<string, StringValues>[]? before)
    {
        http.Response.Clear();
        foreach (var (name, value) in before ?? [])
        {
            http.Response.Headers[name] = value;
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
