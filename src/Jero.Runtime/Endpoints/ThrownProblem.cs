using Jero.Json.Metadata;
using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Jero.Endpoints;

/// <summary>Answers a problem that a handler or its source has thrown.</summary>
internal static class ThrownProblem
{
    /// <summary>Returns the problem that an exception stands for, if it can still be answered; otherwise null.</summary>
    public static ProblemException? Of(HttpContext http, Exception exception) =>
        http.Response.HasStarted ? null : exception as ProblemException ?? KeptValues.Explain(http, exception);

    /// <param name="http">A request whose response has not started.</param>
    /// <param name="exception">The problem.</param>
    /// <param name="before">The headers that were set before the handler ran.</param>
    public static Task AnswerAsync(HttpContext http, ProblemException exception, KeyValuePair<string, StringValues>[]? before)
    {
        var status = http.Response.StatusCode;
        ProblemHeaders.Restore(http, before);
        http.Response.StatusCode = status;
        return ProblemWriter.WriteAsync(http, exception.Problem);
    }
}
