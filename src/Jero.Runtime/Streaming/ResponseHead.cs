using Jero.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jero.Streaming;

/// <summary>
/// Status and headers of a response. They are checked when the response is called for and set only when it begins, so that a failure in
/// between is answered from a clean slate.
/// </summary>
internal readonly struct ResponseHead(JeroResponse response, string contentType, TypedHeaders? typed, StreamWrapper? wrapper)
{
    /// <summary>Refuses what cannot be sent, before anything is.</summary>
    /// <exception cref="InvalidOperationException">A status that forbids a body, or a header value with CR, LF or NUL.</exception>
    public void Check(HttpContext http)
    {
        var status = response.StatusCode ?? http.Response.StatusCode;
        if (wrapper is not null && status is < 200 or StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            throw new InvalidOperationException(
                $"A stream cannot have the status {status}, which forbids a body. Return Results<..., NoContent> to answer without a stream.");
        }

        CheckValue(HeaderNames.ContentType, contentType);
        CheckValues(typed?.Values);
        CheckValues(response.SetHeaders);
    }

    /// <summary>Sets status and headers: Jero's own, then the typed ones, then the raw ones, each replacing what is there by name.</summary>
    public void Apply(HttpContext http)
    {
        if (response.StatusCode is { } status)
        {
            http.Response.StatusCode = status;
        }

        var headers = http.Response.Headers;
        headers.ContentType = contentType;
        if (wrapper is { ForbidsCaching: true } && StringValues.IsNullOrEmpty(headers.CacheControl))
        {
            headers.CacheControl = "no-cache, no-transform";
        }

        if (wrapper is { ForbidsProxyBuffering: true } && !headers.ContainsKey("X-Accel-Buffering"))
        {
            headers["X-Accel-Buffering"] = "no";
        }

        Set(headers, typed?.Values);
        Set(headers, response.SetHeaders);
        headers.ContentLength = null;
    }

    private static void Set(IHeaderDictionary headers, HeaderDictionary? values)
    {
        if (values is null)
        {
            return;
        }

        foreach (var (name, value) in values)
        {
            // The server frames the body; a Transfer-Encoding of the user's would switch its own off.
            if (!name.Equals(HeaderNames.TransferEncoding, StringComparison.OrdinalIgnoreCase))
            {
                headers[name] = value;
            }
        }
    }

    private static void CheckValues(HeaderDictionary? values)
    {
        if (values is null)
        {
            return;
        }

        foreach (var (name, value) in values)
        {
            CheckValue(name, name);
            foreach (var line in value)
            {
                CheckValue(name, line);
            }
        }
    }

    private static void CheckValue(string name, string? value)
    {
        if (value.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new InvalidOperationException($"The response header {name.ReplaceLineEndings(" ").Replace('\0', ' ')} holds a CR, an LF or a NUL.");
        }
    }
}
