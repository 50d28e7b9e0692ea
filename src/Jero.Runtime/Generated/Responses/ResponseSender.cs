using System.ComponentModel;
using System.Net.ServerSentEvents;
using Jero.Responses;
using Jero.Sources;
using Jero.Streaming;
using Jero.Streaming.Framing;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>
/// Sends what a handler returned. Before the response has started, every failure is thrown to the caller. After that, a failure cuts the
/// stream short.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResponseSender
{
    [ThreadStatic]
    private static BatchBuffer? _buffer;

    /// <summary>Streams items as JSON, one on each line.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, NDJSONStreamingResponse<T> response, TypedHeaders? headers = null)
        where TWriter : struct, IJsonWriter<T> => SendAsync(http, response, default(TWriter), headers);

    /// <summary>Streams items as JSON, in the form that the request's <c>Accept</c> chooses.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, StreamedItems<T> response, TypedHeaders? headers = null)
        where TWriter : struct, IJsonWriter<T> => SendAsync(http, response, default(TWriter), headers);

    /// <summary>Streams events whose data is JSON.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, SSEResponse<T> response, TypedHeaders? headers = null)
        where TWriter : struct, IJsonWriter<T> => SendAsync(http, response, default(TWriter), headers);

    /// <summary>Streams events whose data is text.</summary>
    public static Task SendAsync(HttpContext http, SSEResponse<string> response, TypedHeaders? headers = null) =>
        SendEventsAsync(http, response, default(TextEventData), headers);

    /// <summary>Streams bytes.</summary>
    public static Task SendAsync(HttpContext http, StreamingResponse response, TypedHeaders? headers = null)
    {
        var call = new StreamCall(http, response, response.ContentType, StreamWrapper.Bytes, headers?.Values, response.Length);
        return response.ChunkSource is { } chunks
            ? call.RunAsync(chunks, default(ChunkFraming))
            : call.RunAsync(response.ArraySource!, default(ChunkFraming));
    }

    /// <summary>Sends one JSON value, buffered.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, JSONResponse<T> response, TypedHeaders? headers = null)
        where TWriter : struct, IJsonWriter<T> => SendAsync(http, response, default(TWriter), headers);

    /// <summary>Sends bytes, buffered.</summary>
    public static Task SendAsync(HttpContext http, BytesResponse response, TypedHeaders? headers = null) =>
        BufferedSender.SendAsync(
            http, new ResponseHead(response, response.ContentType, headers?.Values, HeadTraits.None), response.Content.Span);

    internal static Task SendAsync<T, TWriter>(HttpContext http, NDJSONStreamingResponse<T> response, TWriter writer, TypedHeaders? headers)
        where TWriter : struct, IJsonWriter<T>
    {
        var call = new StreamCall(http, response, response.ContentType, StreamWrapper.Ndjson, headers?.Values);
        var format = StreamFormat.OfLines(response.ContentType);
        return response.Frames is { } frames
            ? frames.SendAsync(new FrameCall(call, format.Other))
            : SendItemsAsync(call, response.Source!, format, writer);
    }

    internal static Task SendAsync<T, TWriter>(HttpContext http, StreamedItems<T> response, TWriter writer, TypedHeaders? headers)
        where TWriter : struct, IJsonWriter<T>
    {
        if (StreamFormat.Accepted(http.Request) is not { } format)
        {
            return NotAcceptableAnswer.SendAsync(http, response);
        }

        var call = new StreamCall(http, response, format.ContentType, format.Wrapper, headers?.Values)
        {
            Events = new() { KeepAlive = response.KeepAlive },
            IsNegotiated = true,
        };
        return format == StreamFormat.Events
            ? call.RunAsync(response.Source, new DataFraming<T, JsonEventData<T, TWriter>>(new(writer)))
            : SendItemsAsync(call, response.Source, format, writer);
    }

    internal static Task SendAsync<T, TWriter>(HttpContext http, SSEResponse<T> response, TWriter writer, TypedHeaders? headers)
        where TWriter : struct, IJsonWriter<T> => SendEventsAsync(http, response, new JsonEventData<T, TWriter>(writer), headers);

    /// <summary>Streams events whose data is text or JSON, for minimal APIs, where one pump for both is enough.</summary>
    internal static Task SendAsync<T, TWriter>(HttpContext http, SSEResponse<T> response, bool isText, TWriter writer, TypedHeaders? headers)
        where TWriter : struct, IJsonWriter<T> => SendEventsAsync(http, response, new TextOrJsonEventData<T, TWriter>(isText, writer), headers);

    internal static Task SendAsync<T, TWriter>(HttpContext http, JSONResponse<T> response, TWriter writer, TypedHeaders? headers)
        where TWriter : struct, IJsonWriter<T>
    {
        // Nothing is awaited before the value is written and copied, so one buffer for each thread is enough.
        var buffer = Interlocked.Exchange(ref _buffer, null) ?? new BatchBuffer();
        try
        {
            writer.Write(buffer, response.Value);
            var head = new ResponseHead(response, "application/json", headers?.Values, HeadTraits.None);
            return BufferedSender.SendAsync(http, head, buffer.WrittenMemory.Span);
        }
        finally
        {
            buffer.Release();
            _buffer = buffer;
        }
    }

    private static Task SendItemsAsync<T, TWriter>(StreamCall call, StreamSource<T> source, StreamFormat format, TWriter writer)
        where TWriter : struct, IJsonWriter<T> => call.RunAsync(source, new JsonItemsFraming<T, TWriter>(writer, format.First, format.Other));

    private static Task SendEventsAsync<T, TData>(HttpContext http, SSEResponse<T> response, TData data, TypedHeaders? headers)
        where TData : struct, IEventData<T>
    {
        var call = new StreamCall(http, response, "text/event-stream", StreamWrapper.ServerSentEvents, headers?.Values)
        {
            Events = new() { KeepAlive = response.KeepAlive, KeepAliveEvent = response.KeepAliveEvent, EndEvent = response.EndEvent },
        };
        return response.Source.SendAsync(new EventCall<T, TData>(call, data));
    }

    private sealed class EventCall<T, TData>(StreamCall call, TData data)
        : ISourceCall<T>, ISourceCall<ServerSentEvent<T>>, ISourceCall<SseItem<T>>, IFrameCall
        where TData : struct, IEventData<T>
    {
        public Task RunAsync(StreamSource<T> source) => call.RunAsync(source, new DataFraming<T, TData>(data));

        public Task RunAsync(StreamSource<ServerSentEvent<T>> source) => call.RunAsync(source, new EventFraming<T, TData>(data));

        public Task RunAsync(StreamSource<SseItem<T>> source) => call.RunAsync(source, new SseItemFraming<T, TData>(data));

        Task IFrameCall.RunAsync(StreamSource<ReadOnlyMemory<byte>> frames) => call.RunAsync(frames, default(ChunkFraming));
    }

    // With a media type for JSON text sequences, each line of a topic has a mark before it.
    private sealed class FrameCall(StreamCall call, byte mark) : IFrameCall
    {
        public Task RunAsync(StreamSource<ReadOnlyMemory<byte>> frames) =>
            mark == 0 ? call.RunAsync(frames, default(ChunkFraming)) : call.RunAsync(frames, new MarkedLineFraming(mark));
    }
}
