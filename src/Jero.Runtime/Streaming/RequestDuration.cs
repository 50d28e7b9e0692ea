using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jero.Streaming;

/// <summary>The framework's <c>http.server.request.duration</c>.</summary>
internal static class RequestDuration
{
    /// <summary>Keeps a request whose stream begins out of it, unless the app wants it in.</summary>
    public static void LeaveOut(HttpContext http, StreamSettings settings)
    {
        // There is none where nobody measures.
        if (!settings.RecordsRequestDuration && http.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            metrics.MetricsDisabled = true;
        }
    }
}
