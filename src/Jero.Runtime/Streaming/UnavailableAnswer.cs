using System.Globalization;
using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jero.Streaming;

/// <summary>
/// Answers a request whose stream is stopped before its response has begun: 503 with Retry-After (RFC 9110, section 15.6.4).
/// </summary>
internal static class UnavailableAnswer
{
    // Clients that are sent away at the same moment should not come back at the same moment.
    private const int ShortestRetry = 1;
    private const int LongestRetry = 5;

    public static async Task SendAsync(HttpContext http, StopReason reason)
    {
        // Set when the response starts, because whoever writes the problem may clear the headers first.
        http.Response.OnStarting(
            static response =>
            {
                var seconds = Random.Shared.Next(ShortestRetry, LongestRetry + 1);
                ((HttpResponse)response).Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            },
            http.Response);
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = reason switch
            {
                StopReason.ServerStopping => "The server is stopping.",
                StopReason.Stopped => "The stream was stopped.",
                _ => "The stream did not begin in time.",
            },
        };
        await ProblemWriter.WriteAsync(http, problem).ConfigureAwait(false);

        // Completed at once, because the set-up may still be busy.
        await http.Response.CompleteAsync().ConfigureAwait(false);
    }
}
