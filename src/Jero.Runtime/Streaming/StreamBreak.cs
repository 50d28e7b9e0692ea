using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>
/// Breaks off a response so that its client cannot take it for a complete one, whatever middleware is around the endpoint.
/// </summary>
internal static class StreamBreak
{
    // A reset discards what the client has not read yet. Without a delay, data was lost in most runs; with 25 ms still on a busy machine.
    private static readonly TimeSpan AbortDelay = TimeSpan.FromMilliseconds(200);

    // Long enough for a client that reads. Nothing is lost when it is over; the delay only keeps the server from logging an error.
    private static readonly TimeSpan ClosingDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>Ends the connection (HTTP/1) or resets the stream (HTTP/2 and HTTP/3). Everything must have been flushed.</summary>
    /// <remarks>
    /// An exception alone is not enough over HTTP/1.1: middleware may catch it, and the server then sends the last chunk. An abort sends an
    /// RST, which discards what the client has not received yet: a slow client got 4,000 of 60,000 bytes. So this completes the output of
    /// the connection: the server sends what it holds, then a FIN, and no last chunk can follow (RFC 9112, section 8).
    /// </remarks>
    public static async Task BreakOffAsync(HttpContext http)
    {
        // Real time, whatever clock the app has, because the transport needs it.
        if (HttpProtocol.IsHttp11(http.Request.Protocol) && http.Features.Get<IConnectionTransportFeature>() is { Transport.Output: var output })
        {
            await output.CompleteAsync().ConfigureAwait(false);
            var closed = http.Features.Get<IConnectionLifetimeFeature>()?.ConnectionClosed ?? http.RequestAborted;
            await Task.Delay(ClosingDelay, closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!closed.IsCancellationRequested)
            {
                return;
            }
        }
        else
        {
            await Task.Delay(AbortDelay).ConfigureAwait(false);
        }

        // There is nothing left to lose, and the server logs no exception for an aborted request.
        http.Abort();
        await Task.Delay(ClosingDelay, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
