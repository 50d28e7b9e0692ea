using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Jero.Responses;

/// <summary>Sends a body that is complete in memory, with its length.</summary>
internal static class BufferedSender
{
    /// <summary>Sends the body. It is copied before this returns, so its memory can be used again.</summary>
    public static Task SendAsync(HttpContext http, ResponseHead head, ReadOnlySpan<byte> body)
    {
        head.Check(http);
        head.Apply(http);
        if (http.Response.StatusCode is < 200 or StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return Task.CompletedTask;
        }

        http.Response.ContentLength = body.Length;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return Task.CompletedTask;
        }

        var writer = http.Response.BodyWriter;
        writer.Write(body);
        var flush = writer.FlushAsync(CancellationToken.None);
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }
}
