using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Text;
using Jero;

namespace Runtime.Tests.Streaming.Stops;

/// <summary>One way to hand a source to a wrapper.</summary>
internal sealed record SourceForm(string Wrapper, string Source, Func<TracedSource, JeroStreamResponse> Respond)
{
    public static readonly SourceForm[] All =
    [
        new("ndjson", "no lifecycle", source => new NDJSONStreamingResponse<Movie>(source.Traced(Movie))),
        new("ndjson", "lifecycle", source => new NDJSONStreamingResponse<Movie>(source.Lifecycle(Movie))),
        new("sse", "no lifecycle", source => new SSEResponse<Movie>(source.Traced(Movie))),
        new("sse", "lifecycle", source => new SSEResponse<Movie>(source.Lifecycle(Movie))),
        new("sse", "no lifecycle, events", source => new SSEResponse<Movie>(source.Traced(Event))),
        new("sse", "lifecycle, events", source => new SSEResponse<Movie>(source.Lifecycle(Event))),
        new("sse", "no lifecycle, the framework's events", source => new SSEResponse<Movie>(source.Traced(SseItem))),
        new("sse", "lifecycle, the framework's events", source => new SSEResponse<Movie>(source.Lifecycle(SseItem))),
        new("bytes", "no lifecycle", source => new StreamingResponse(source.Traced(Chunk))),
        new("bytes", "lifecycle", source => new StreamingResponse(source.Lifecycle(Chunk))),
        new("bytes", "no lifecycle, arrays", source => new StreamingResponse(source.Traced(Array))),
        new("bytes", "lifecycle, arrays", source => new StreamingResponse(source.Lifecycle(Array))),
        new("bytes", "stream", source => new StreamingResponse(source.Stream())),
        new("bytes", "pipe", source => new StreamingResponse(PipeReader.Create(source.Stream()))),
    ];

    public bool HasLifecycle => Source.StartsWith("lifecycle", StringComparison.Ordinal);

    public string Steps => Source switch
    {
        "stream" or "pipe" => "open, closed, let go",
        _ when HasLifecycle => "set up, open, closed, torn down, let go",
        _ => "open, closed",
    };

    /// <summary>The first item as the wire has it.</summary>
    public string FirstItem => Wrapper switch
    {
        "ndjson" => "{\"title\":\"first\"}\n",
        "sse" => "data: {\"title\":\"first\"}\n\n",
        _ => TracedSource.FirstItem,
    };

    public string LogCategory => Wrapper switch
    {
        "ndjson" => "Jero.Streaming.NDJSON",
        "sse" => "Jero.Streaming.ServerSentEvents",
        _ => "Jero.Streaming.Bytes",
    };

    public bool StartsBeforeItem1 => HasLifecycle || Wrapper == "sse";

    private static Movie Movie(string text) => new(text);

    private static ServerSentEvent<Movie> Event(string text) => new(new Movie(text));

    private static SseItem<Movie> SseItem(string text) => new(new Movie(text));

    private static ReadOnlyMemory<byte> Chunk(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Array(string text) => Encoding.UTF8.GetBytes(text);
}
