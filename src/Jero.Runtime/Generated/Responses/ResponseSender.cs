using System.ComponentModel;
using Jero.Responses;
using Jero.Streaming;
using Jero.Streaming.Framing;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>
/// Sends what a handler returned. Before the response has started every failure is thrown to the caller; afterwards the stream is
/// cut short.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResponseSender
{
    [ThreadStatic]
    private static BatchBuffer? _buffer;

    /// <summary>Streams items as JSON, one a line.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, NDJSONStreamingResponse<T> response, TypedHeaders? headers = null)
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
        return response.Chunks is { } chunks
            ? call.RunAsync(chunks, default(ChunkFraming))
            : call.RunAsync(response.Arrays!, default(ChunkFraming));
    }

    /// <summary>Sends one JSON value, buffered.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, JSONResponse<T> response, TypedHeaders? headers = null)
        where TWriter : struct, IJsonWriter<T> => SendAsync(http, response, default(TWriter), headers);

    /// <summary>Sends bytes, buffered.</summary>
    public static Task SendAsync(HttpContext http, BytesResponse response, TypedHeaders? headers = null) =>
        BufferedSender.SendAsync(
            http, new ResponseHead(response, response.ContentType, headers?.Values, HeadTraits.None), response.Content.Span);

    internal static Task SendAsync<T, TWriter>(HttpContext http, NDJSONStreamingResponse<T> response, TWriter writer, TypedHeaders? headers)
        where TWriter : struct, IJsonWriter<T> =>
        new StreamCall(http, response, response.ContentType, StreamWrapper.Ndjson, headers?.Values)
            .RunAsync(response.Source, new NdjsonFraming<T, TWriter>(writer));

    internal static Task SendAsync<T, TWriter>(HttpContext http, SSEResponse<T> response, TWriter writer, TypedHeaders? headers)
        where TWriter : struct, IJsonWriter<T> => SendEventsAsync(http, response, new JsonEventData<T, TWriter>(writer), headers);

    internal static Task SendAsync<T, TWriter>(HttpContext http, JSONResponse<T> response, TWriter writer, TypedHeaders? headers)
        where TWriter : struct, IJsonWriter<T>
    {
        // Nothing is awaited before the value is written and copied, so one buffer a thread is enough.
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

    private static Task SendEventsAsync<T, TData>(HttpContext http, SSEResponse<T> response, TData data, TypedHeaders? headers)
        where TData : struct, IEventData<T>
    {
        var call = new StreamCall(http, response, "text/event-stream", StreamWrapper.ServerSentEvents, headers?.Values) { KeepAlive = response.KeepAlive };
        return (response.Items, response.Events) switch
        {
            ({ } items, _) => call.RunAsync(items, new DataFraming<T, TData>(data)),
            (_, { } events) => call.RunAsync(events, new EventFraming<T, TData>(data)),
            _ => call.RunAsync(response.SseItems!, new SseItemFraming<T, TData>(data)),
        };
    }
}
