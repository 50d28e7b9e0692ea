using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>
/// Sends what a handler returned. Before the response has started every failure is thrown to the caller; afterwards the stream is
/// cut short.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResponseSender
{
    /// <summary>Streams items as JSON, one a line.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, NDJSONStreamingResponse<T> response, TypedHeaders? headers = null)
        where TWriter : struct, IJsonWriter<T> => throw new NotImplementedException();

    /// <summary>Streams events whose data is JSON.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, SSEResponse<T> response, TypedHeaders? headers = null)
        where TWriter : struct, IJsonWriter<T> => throw new NotImplementedException();

    /// <summary>Streams events whose data is text.</summary>
    public static Task SendAsync(HttpContext http, SSEResponse<string> response, TypedHeaders? headers = null) => throw new NotImplementedException();

    /// <summary>Streams bytes.</summary>
    public static Task SendAsync(HttpContext http, StreamingResponse response, TypedHeaders? headers = null) => throw new NotImplementedException();

    /// <summary>Sends one JSON value, buffered.</summary>
    public static Task SendAsync<T, TWriter>(HttpContext http, JSONResponse<T> response, TypedHeaders? headers = null)
        where TWriter : struct, IJsonWriter<T> => throw new NotImplementedException();

    /// <summary>Sends bytes, buffered.</summary>
    public static Task SendAsync(HttpContext http, BytesResponse response, TypedHeaders? headers = null) => throw new NotImplementedException();
}
