using System.Runtime.ExceptionServices;
using Jero.Endpoints;
using Jero.Responses;
using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>One response that is to be streamed: checked, answered without a body to HEAD, else run.</summary>
internal readonly struct StreamCall(
    HttpContext http, JeroStreamResponse response, string contentType, StreamWrapper wrapper, HeaderDictionary? headers, long? length = null)
{
    private readonly ResponseHead _head = new(response, contentType, headers, wrapper.Head, length);

    /// <summary>The response's own keepalive, of server-sent events.</summary>
    public TimeSpan? KeepAlive { get; init; }

    // Not async: its state would hold this whole struct for as long as the stream is open.
    public Task RunAsync<TItem, TFraming>(StreamSource<TItem> source, TFraming framing)
        where TFraming : struct, IFraming<TItem>
    {
        var settings = StreamSettings.Of(http, wrapper, response, KeepAlive);
        UndeclaredStreamCaching.LeaveOut(http);
        try
        {
            _head.Check(http);
        }
        catch (InvalidOperationException fault)
        {
            return RefuseAsync(response, settings, ExceptionDispatchInfo.Capture(fault));
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            return AnswerHeadAsync(settings);
        }

        response.Take();
        var waiter = new PumpWaiter();
        var stop = new StreamStop(waiter, settings, http.RequestAborted);
        var output = new ResponseOutput(http, settings, _head, waiter, stop);
        var pump = new StreamPump<TItem, TFraming>(new(source, waiter, settings), framing, output, waiter, stop);
        return new StreamRun(http, settings, pump, output, stop).RunAsync();
    }

    private Task AnswerHeadAsync(StreamSettings settings)
    {
        try
        {
            _head.Apply(http);
        }
        catch (Exception fault)
        {
            return RefuseAsync(response, settings, ExceptionDispatchInfo.Capture(fault));
        }

        return UnsentSource.ReleaseAsync(response, settings);
    }

    private static async Task RefuseAsync(JeroStreamResponse response, StreamSettings settings, ExceptionDispatchInfo fault)
    {
        await UnsentSource.ReleaseAsync(response, settings).ConfigureAwait(false);
        fault.Throw();
    }
}
