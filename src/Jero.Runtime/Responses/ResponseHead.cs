using Jero.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jero.Responses;

/// <summary>
/// Holds the status and headers of a response. They are checked when the response is about to be sent, and set only when it begins, so that
/// a failure in between can still be answered properly.
/// </summary>
internal readonly struct ResponseHead(
    JeroResponse response, string contentType, HeaderDictionary? typed, HeadTraits traits, long? length = null)
{
    // Headers that several parts of an app add to independently.
    private static readonly HashSet<string> Shared = new([HeaderNames.Link, "Server-Timing", HeaderNames.SetCookie, HeaderNames.Vary], StringComparer.OrdinalIgnoreCase);

    /// <summary>Rejects what cannot be sent, before anything is.</summary>
    /// <exception cref="InvalidOperationException">
    /// The status is invalid or forbids a body, or the server would reject a header.
    /// </exception>
    public void Check(HttpContext http)
    {
        var status = response.StatusCode ?? http.Response.StatusCode;
        if (status is < 200 or > 599)
        {
            throw new InvalidOperationException($"The status {status} cannot be sent: a response has one from 200 to 599 (RFC 9110, section 15).");
        }

        if ((traits & HeadTraits.HasStream) != 0 && status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            throw new InvalidOperationException(
                $"A stream cannot have the status {status}, which forbids a body. Return Results<..., NoContent> to answer without a stream.");
        }

        HeaderRules.CheckValue(http, HeaderNames.ContentType, contentType);
        CheckValues(http, typed);
        CheckValues(http, response.SetHeaders);
    }

    /// <summary>
    /// Sets status and headers: Jero's own, then the typed ones, then the raw ones. Each replaces a header of the same name, except for
    /// headers that other parts of the app add to, such as cookies.
    /// </summary>
    public void Apply(HttpContext http)
    {
        if (response.StatusCode is { } status)
        {
            http.Response.StatusCode = status;
        }

        var headers = http.Response.Headers;
        headers.ContentType = contentType;
        if ((traits & HeadTraits.ForbidsCaching) != 0 && StringValues.IsNullOrEmpty(headers.CacheControl))
        {
            headers.CacheControl = "no-cache, no-transform";
        }

        if ((traits & HeadTraits.ForbidsProxyBuffering) != 0 && !headers.ContainsKey("X-Accel-Buffering"))
        {
            headers["X-Accel-Buffering"] = "no";
        }

        if ((traits & HeadTraits.VariesByAccept) != 0)
        {
            headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        }

        Set(headers, typed, except: response.SetHeaders);
        Set(headers, response.SetHeaders, except: null);

        if ((traits & HeadTraits.IsIncremental) != 0 && !headers.ContainsKey("Incremental") && !IsToBeSaved(headers.ContentDisposition))
        {
            headers["Incremental"] = "?1";
        }

        // An existing Transfer-Encoding would switch off the server's own framing.
        headers.ContentLength = length;
        headers.Remove(HeaderNames.TransferEncoding);
    }

    // https://www.rfc-editor.org/rfc/rfc6266#section-4.2
    private static bool IsToBeSaved(StringValues disposition) =>
        disposition is [{ } value, ..] && value.AsSpan().TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);

    private static void Set(IHeaderDictionary headers, HeaderDictionary? values, HeaderDictionary? except)
    {
        if (values is null)
        {
            return;
        }

        foreach (var (name, value) in values)
        {
            if (!HeaderFields.IsServers(name) && except?.ContainsKey(name) != true)
            {
                headers[name] = Shared.Contains(name) ? StringValues.Concat(headers[name], value) : value;
            }
        }
    }

    private static void CheckValues(HttpContext http, HeaderDictionary? values)
    {
        if (values is null)
        {
            return;
        }

        foreach (var (name, value) in values)
        {
            HeaderRules.CheckName(name);
            foreach (var line in value)
            {
                HeaderRules.CheckValue(http, name, line);
            }
        }
    }
}
