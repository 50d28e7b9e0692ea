using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jero.Streaming;

/// <summary>Controls ASP.NET Core's metric <c>http.server.request.duration</c>.</summary>
internal static class RequestDuration
{
    /// <summary>Excludes a request whose stream begins, unless the app includes streams.</summary>
    public static void LeaveOut(HttpContext http, StreamSettings settings)
    {
        // The feature is missing if nobody measures.
        if (!settings.RecordsRequestDuration && http.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
        {
            metrics.MetricsDisabled = true;
        }
    }
}
