using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Jero.Streaming;

/// <summary>
/// Answers a request whose <c>Accept</c> allows none of the forms that the stream can have: 406 with a list of them (RFC 9110, section
/// 15.5.7).
/// </summary>
internal static class NotAcceptableAnswer
{
    public static async Task SendAsync(HttpContext http, JeroStreamResponse response)
    {
        await UnsentSource.ReleaseAsync(response, StreamSettings.Of(http, StreamWrapper.Ndjson, response, default)).ConfigureAwait(false);
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var types = string.Join(", ", StreamFormat.Offered(http.Request.Method).Select(static format => format.ContentType));
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status406NotAcceptable,
            Detail = $"The Accept header allows none of the types that this resource can send: {types}.",
        };
        await ProblemWriter.WriteAsync(http, problem).ConfigureAwait(false);
    }
}
