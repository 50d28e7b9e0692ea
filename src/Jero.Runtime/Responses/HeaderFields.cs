// Used by the generator for headers that are known at compile time, and by the library for those of a minimal API.
namespace Jero.Headers;

/// <summary>Has what is registered about header fields: names that no rule produces, and the forms of their values.</summary>
/// <remarks>https://www.iana.org/assignments/http-fields/http-fields.xhtml</remarks>
internal static class HeaderFields
{
    // The registered names, and those of Microsoft.Net.Http.Headers.HeaderNames, that kebab case does not produce, by property.
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AIM"] = "A-IM",
        ["CalDAVTimezones"] = "CalDAV-Timezones",
        ["CPEP"] = "C-PEP",
        ["CPEPInfo"] = "C-PEP-Info",
        ["DPoP"] = "DPoP",
        ["DPoPNonce"] = "DPoP-Nonce",
        ["ETag"] = "ETag",
        ["GetProfile"] = "GetProfile",
        ["ODataEntityId"] = "OData-EntityId",
        ["ODataIsolation"] = "OData-Isolation",
        ["ODataMaxVersion"] = "OData-MaxVersion",
        ["ODataVersion"] = "OData-Version",
        ["ProfileObject"] = "ProfileObject",
        ["SecWebSocketAccept"] = "Sec-WebSocket-Accept",
        ["SecWebSocketExtensions"] = "Sec-WebSocket-Extensions",
        ["SecWebSocketKey"] = "Sec-WebSocket-Key",
        ["SecWebSocketProtocol"] = "Sec-WebSocket-Protocol",
        ["SecWebSocketVersion"] = "Sec-WebSocket-Version",
        ["SetProfile"] = "SetProfile",
        ["SOAPAction"] = "SOAPAction",
        ["SourceMap"] = "SourceMap",
        ["TraceParent"] = "traceparent",
        ["TraceState"] = "tracestate",
        ["XDNSPrefetchControl"] = "X-DNS-Prefetch-Control",
        ["XUACompatible"] = "X-UA-Compatible",
        ["XXSSProtection"] = "X-XSS-Protection",
    };

    // RFC 9110, except for Memento-Datetime and Accept-Datetime (RFC 7089), Sunset (RFC 8594) and Repeatability-First-Sent (OASIS).
    private static readonly HashSet<string> HttpDates = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Datetime", "Date", "Expires", "If-Modified-Since", "If-Range", "If-Unmodified-Since", "Last-Modified", "Memento-Datetime",
        "Repeatability-First-Sent", "Retry-After", "Sunset",
    };

    /// <summary>Returns the name of the field that a property stands for; null if it is the name in kebab case.</summary>
    /// <param name="property">The name of the property. Letter case and underscores do not matter.</param>
    public static string? RegisteredName(string property) => Irregular.TryGetValue(property.Replace("_", ""), out var name) ? name : null;

    /// <summary>Returns whether a date in the field is an HTTP-date (RFC 9110, section 5.6.7).</summary>
    public static bool IsHttpDate(string field) => HttpDates.Contains(field);

    /// <summary>Returns whether a date in the field is one of structured fields (RFC 9745, section 2.1; RFC 9651, section 3.3.7).</summary>
    public static bool IsStructuredDate(string field) => field.Equals("Deprecation", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a duration in the field is a number of seconds (RFC 9110, section 10.2.3; RFC 9111, section 5.1).</summary>
    public static bool IsSeconds(string field) =>
        field.Equals("Retry-After", StringComparison.OrdinalIgnoreCase) || field.Equals("Age", StringComparison.OrdinalIgnoreCase)
        || field.Equals("Access-Control-Max-Age", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether only the server may set the field, because it frames the body (RFC 9112, section 6).</summary>
    public static bool IsServers(string field) =>
        field.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || field.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether text is a valid field name: a token (RFC 9110, section 5.1).</summary>
    public static bool IsName(string text)
    {
        foreach (var character in text)
        {
            var isToken = character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || "!#$%&'*+-.^_`|~".Contains(character);
            if (!isToken)
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
