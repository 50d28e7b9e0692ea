// Signatures only, until each type has its own file.
#pragma warning disable
using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Jero;

// ---------------------------------------------------------------- responses

/// <summary>What every response carries.</summary>
public abstract class JeroResponse : IResult
{
    private protected JeroResponse() { }
    /// <summary>HTTP status, 200 unless set.</summary>
    public int? StatusCode { get; init; }
    /// <summary>Sent last; repeats are kept; one of the name of a typed or built-in header replaces it, Content-Type too.</summary>
    public HeaderDictionary RawHeaders { get; init; } = [];
    public abstract Task ExecuteAsync(HttpContext httpContext);
}

/// <summary>What every stream carries.</summary>
public abstract class JeroStreamResponse : JeroResponse
{
    private protected JeroStreamResponse() { }
    /// <summary>What the host's stop does to this stream; null = the wrapper's own default (JeroOptions).</summary>
    public ShutdownBehavior? OnShutdown { get; init; }
    /// <summary>The stream ends cleanly after this long.</summary>
    public TimeSpan? MaxDuration { get; init; }
}

public enum ShutdownBehavior
{
    /// <summary>End the stream when the host begins to stop.</summary>
    Stop,
    /// <summary>Run on until the host's shutdown timeout.</summary>
    Drain,
}

/// <summary>application/octet-stream: byte chunks as given.</summary>
public class StreamingResponse : JeroStreamResponse
{
    public StreamingResponse(IAsyncEnumerable<ReadOnlyMemory<byte>> source) { }
    public StreamingResponse(IAsyncEnumerable<byte[]> source) { }
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<ReadOnlyMemory<byte>>> lifecycle) { }
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<byte[]>> lifecycle) { }
    public StreamingResponse(Stream source) { }
    public StreamingResponse(PipeReader source) { }
    public string ContentType { get; init; } = "application/octet-stream";
    public override Task ExecuteAsync(HttpContext httpContext) => throw null!;
}

/// <summary>application/x-ndjson: one T a line.</summary>
public class NDJSONStreamingResponse<T> : JeroStreamResponse
{
    public NDJSONStreamingResponse(IAsyncEnumerable<T> source) { }
    public NDJSONStreamingResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) { }
    public string ContentType { get; init; } = "application/x-ndjson";
    public override Task ExecuteAsync(HttpContext httpContext) => throw null!;
}

/// <summary>text/event-stream: T (or a string) as data, or whole events.</summary>
public class SSEResponse<T> : JeroStreamResponse
{
    public SSEResponse(IAsyncEnumerable<T> source) { }
    public SSEResponse(IAsyncEnumerable<ServerSentEvent<T>> source) { }
    public SSEResponse(IAsyncEnumerable<SseItem<T>> source) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<T>>> lifecycle) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<SseItem<T>>> lifecycle) { }
    /// <summary>A comment ping after this long without a write; null = JeroOptions.KeepAlive; Timeout.InfiniteTimeSpan = never.</summary>
    public TimeSpan? KeepAlive { get; init; }
    public override Task ExecuteAsync(HttpContext httpContext) => throw null!;
}

/// <summary>One event. A T converts to it implicitly (not where T is an interface: C# has no such conversion; write new(item)).</summary>
public readonly record struct ServerSentEvent<T>(T Data)
{
    /// <summary>Event type; no CR or LF.</summary>
    public string? Event { get; init; }
    /// <summary>Last-Event-ID; no CR, LF or NUL; "" resets the client's.</summary>
    public string? Id { get; init; }
    /// <summary>Reconnection time, whole milliseconds, not negative.</summary>
    public TimeSpan? Retry { get; init; }
    public static implicit operator ServerSentEvent<T>(T data) => new(data);
}

/// <summary>application/json, buffered.</summary>
public class JSONResponse<T>(T value) : JeroResponse
{
    public T Value { get; } = value;
    public override Task ExecuteAsync(HttpContext httpContext) => throw null!;
}

/// <summary>Bytes, buffered.</summary>
public class BytesResponse(ReadOnlyMemory<byte> content) : JeroResponse
{
    public ReadOnlyMemory<byte> Content { get; } = content;
    public string ContentType { get; init; } = "application/octet-stream";
    public override Task ExecuteAsync(HttpContext httpContext) => throw null!;
}

// Each with typed headers: the same, plus Headers.
public sealed class StreamingResponse<THeaders> : StreamingResponse
{
    public StreamingResponse(IAsyncEnumerable<ReadOnlyMemory<byte>> source) : base(source) { }
    public StreamingResponse(IAsyncEnumerable<byte[]> source) : base(source) { }
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<ReadOnlyMemory<byte>>> lifecycle) : base(lifecycle) { }
    public StreamingResponse(IAsyncEnumerable<IAsyncEnumerable<byte[]>> lifecycle) : base(lifecycle) { }
    public StreamingResponse(Stream source) : base(source) { }
    public StreamingResponse(PipeReader source) : base(source) { }
    public required THeaders Headers { get; init; }
}
public sealed class NDJSONStreamingResponse<T, THeaders> : NDJSONStreamingResponse<T>
{
    public NDJSONStreamingResponse(IAsyncEnumerable<T> source) : base(source) { }
    public NDJSONStreamingResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) : base(lifecycle) { }
    public required THeaders Headers { get; init; }
}
public sealed class SSEResponse<T, THeaders> : SSEResponse<T>
{
    public SSEResponse(IAsyncEnumerable<T> source) : base(source) { }
    public SSEResponse(IAsyncEnumerable<ServerSentEvent<T>> source) : base(source) { }
    public SSEResponse(IAsyncEnumerable<SseItem<T>> source) : base(source) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<T>> lifecycle) : base(lifecycle) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<T>>> lifecycle) : base(lifecycle) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<SseItem<T>>> lifecycle) : base(lifecycle) { }
    public required THeaders Headers { get; init; }
}
public sealed class JSONResponse<T, THeaders>(T value) : JSONResponse<T>(value) { public required THeaders Headers { get; init; } }
public sealed class BytesResponse<THeaders>(ReadOnlyMemory<byte> content) : BytesResponse(content) { public required THeaders Headers { get; init; } }

/// <summary>text/event-stream of strings.</summary>
public sealed class SSEResponse : SSEResponse<string>
{
    public SSEResponse(IAsyncEnumerable<string> source) : base(source) { }
    public SSEResponse(IAsyncEnumerable<ServerSentEvent<string>> source) : base(source) { }
    public SSEResponse(IAsyncEnumerable<SseItem<string>> source) : base(source) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<string>> lifecycle) : base(lifecycle) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<ServerSentEvent<string>>> lifecycle) : base(lifecycle) { }
    public SSEResponse(IAsyncEnumerable<IAsyncEnumerable<SseItem<string>>> lifecycle) : base(lifecycle) { }
}

// ---------------------------------------------------------------- set-up

/// <summary>Defaults for every stream; builder.Services.Configure&lt;JeroOptions&gt;(...) or AddJero(...). Optional.</summary>
public sealed class JeroOptions
{
    /// <summary>SSE keepalive; 15 s unless set; null = none.</summary>
    public TimeSpan? KeepAlive { get; set; } = TimeSpan.FromSeconds(15);
    public ShutdownBehavior ServerSentEventsOnShutdown { get; set; } = ShutdownBehavior.Stop;
    public ShutdownBehavior StreamsOnShutdown { get; set; } = ShutdownBehavior.Drain;
    /// <summary>A flush that takes longer aborts the connection; null = never.</summary>
    public TimeSpan? SendTimeout { get; set; }
    public TimeSpan? MaxDuration { get; set; }
    /// <summary>After a stop, a source that has not come back in this time is logged and counted; at server stop it is no longer waited for.</summary>
    public TimeSpan SourceStopTimeout { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>Thrown before the stream starts: becomes this RFC 9457 problem.</summary>
public class ProblemException(ProblemDetails problem) : Exception(problem.Detail ?? problem.Title)
{
    public ProblemException(int status, string? detail = null) : this(new ProblemDetails { Status = status, Detail = detail }) { }
    public ProblemDetails Problem { get; } = problem;
}

public static class JeroServiceCollectionExtensions
{
    public static IServiceCollection AddJero(this IServiceCollection services, Action<JeroOptions>? configure = null) => throw null!;
}

