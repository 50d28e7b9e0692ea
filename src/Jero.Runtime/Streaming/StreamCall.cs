using Jero.Generated;
using Jero.Streaming.Framing;
using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>One response that is to be streamed: checked, answered without a body to HEAD, else run.</summary>
internal readonly struct StreamCall(HttpContext http, JeroStreamResponse response, string contentType, StreamWrapper wrapper, TypedHeaders? headers)
{
    private readonly ResponseHead _head = new(response, contentType, headers, wrapper);

    /// <summary>The response's own keepalive, of server-sent events.</summary>
    public TimeSpan? KeepAlive { get; init; }

    public async Task RunAsync<TItem, TFraming>(StreamSource<TItem> source, TFraming framing)
        where TFraming : struct, IFraming<TItem>
    {
        var settings = StreamSettings.Of(http, wrapper, response, KeepAlive);
        try
        {
            _head.Check(http);
        }
        catch (InvalidOperationException)
        {
            await DisposeUnusedAsync(source, settings).ConfigureAwait(false);
            throw;
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            _head.Apply(http);
            await DisposeUnusedAsync(source, settings).ConfigureAwait(false);
            return;
        }

        var waiter = new PumpWaiter();
        using var stop = new StreamStop(waiter, settings, http.RequestAborted);
        using var output = new ResponseOutput(http, settings, _head, waiter, stop);
        var pump = new StreamPump<TItem, TFraming>(new(source, waiter, settings), framing, output, waiter, stop);
        await new StreamRun(http, settings, pump, output, stop).RunAsync().ConfigureAwait(false);
    }

    private static async ValueTask DisposeUnusedAsync<TItem>(StreamSource<TItem> source, StreamSettings settings)
    {
        try
        {
            await source.DisposeUnusedAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            StreamLog.TeardownFailed(settings.Logger, settings.Route, "the source's disposal", exception);
        }
    }
}
