// Both of the generator and of the library: for headers that are known at compile time and for those of a minimal API.
namespace Jero.Headers;

/// <summary>What is registered of header fields: the names that no rule gives, and the forms of their values.</summary>
/// <remarks>https://www.iana.org/assignments/http-fields/http-fields.xhtml</remarks>
internal static class HeaderFields
{
    // The registered names, and those of Microsoft.Net.Http.Headers.HeaderNames, that kebab-casing does not give, by property.
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

    // RFC 9110 but for Memento-Datetime and Accept-Datetime (RFC 7089), Sunset (RFC 8594) and Repeatability-First-Sent (OASIS).
    private static readonly HashSet<string> HttpDates = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Datetime", "Date", "Expires", "If-Modified-Since", "If-Range", "If-Unmodified-Since", "Last-Modified", "Memento-Datetime",
        "Repeatability-First-Sent", "Retry-After", "Sunset",
    };

    /// <summary>The name of the field that a property stands for, where it is not the kebab-cased one.</summary>
    /// <param name="property">The property's name; capitals and underscores do not count.</param>
    public static string? RegisteredName(string property) => Irregular.TryGetValue(property.Replace("_", ""), out var name) ? name : null;

    /// <summary>Whether a date in the field is an HTTP-date (RFC 9110, section 5.6.7).</summary>
    public static bool IsHttpDate(string field) => HttpDates.Contains(field);

    /// <summary>Whether a date in the field is one of structured fields (RFC 9745, section 2.1; RFC 9651, section 3.3.7).</summary>
    public static bool IsStructuredDate(string field) => field.Equals("Deprecation", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a duration in the field is a number of seconds (RFC 9110, section 10.2.3; RFC 9111, section 5.1).</summary>
    public static bool IsSeconds(string field) =>
        field.Equals("Retry-After", StringComparison.OrdinalIgnoreCase) || field.Equals("Age", StringComparison.OrdinalIgnoreCase)
        || field.Equals("Access-Control-Max-Age", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether only the server sets the field, since it frames the body (RFC 9112, section 6).</summary>
    public static bool IsServers(string field) =>
        field.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) || field.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether text is the name of a field: a token (RFC 9110, section 5.1).</summary>
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
