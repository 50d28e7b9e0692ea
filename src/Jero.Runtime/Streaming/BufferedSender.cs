using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>Sends a body that is known whole, with its length.</summary>
internal static class BufferedSender
{
    public static async Task SendAsync(HttpContext http, ResponseHead head, ReadOnlyMemory<byte> body)
    {
        head.Check(http);
        head.Apply(http);
        if (http.Response.StatusCode is < 200 or StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
