using System.Runtime.ExceptionServices;
using Jero.Endpoints;
using Jero.Responses;
using Jero.Sources;
using Microsoft.AspNetCore.Http;

namespace Jero.Streaming;

/// <summary>Sends one response that is a stream: checks it, answers HEAD without a body, or runs the stream.</summary>
internal readonly struct StreamCall(
    HttpContext http, JeroStreamResponse response, string contentType, StreamWrapper wrapper, HeaderDictionary? headers, long? length = null)
{
    public EventStreamTraits Events { get; init; }

    /// <summary>Whether the request's <c>Accept</c> has chosen the content type.</summary>
    public bool IsNegotiated { get; init; }

    // Not async: its state machine would hold this whole struct for as long as the stream is open.
    public Task RunAsync<TItem, TFraming>(StreamSource<TItem> source, TFraming framing)
        where TFraming : struct, IFraming<TItem>
    {
        var settings = StreamSettings.Of(http, wrapper, response, Events);
        var head = new ResponseHead(response, contentType, headers, IsNegotiated ? settings.Head | HeadTraits.VariesByAccept : settings.Head, length);
        UndeclaredStreamCaching.LeaveOut(http);
        try
        {
            head.Check(http);
        }
        catch (InvalidOperationException fault)
        {
            return RefuseAsync(response, settings, ExceptionDispatchInfo.Capture(fault));
        }

        if (HttpMethods.IsHead(http.Request.Method))
        {
            return AnswerHeadAsync(head, settings);
        }

        try
        {
            source.Entering?.Invoke(http);
        }
        catch (Exception fault)
        {
            return RefuseAsync(response, settings, ExceptionDispatchInfo.Capture(fault));
        }

        response.Take();
        var timer = new StreamTimer(settings.Time);
        var stop = new StreamStop(timer, settings, http.Features.Get<StreamStopping>(), http.RequestAborted);
        var output = new ResponseOutput(http, settings, head, timer, stop);
        var pump = new StreamPump<TItem, TFraming>(source, framing, settings, output, timer, stop);
        return new StreamRun(http, settings, pump, output, stop).RunAsync();
    }

    private Task AnswerHeadAsync(ResponseHead head, StreamSettings settings)
    {
        try
        {
            head.Apply(http);
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
