using System.Buffers;
using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Jero.Client;

namespace Client.Reading;

/// <summary>One way to read the rows.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Read">The rows of a server.</param>
internal sealed record Side(string Name, Func<HttpClient, CancellationToken, IAsyncEnumerable<Row?>> Read)
{
    private static readonly EventStreamOptions Once = new() { Reconnects = false };

    public static Side[] Lines { get; } =
    [
        new("the generated client", static (http, token) => new RowsClient(http).GetRowsAsync(cancellationToken: token)),
        new("`GetJsonLinesAsync`, by the metadata", static (http, token) => http.GetJsonLinesAsync("/rows", RowsClientJson.Default.Row, token)),
        new("`DeserializeAsyncEnumerable(topLevelValues: true)`", DeserializeAsync),
        new("a loop over `PipeReader` by hand, the same metadata", PipeAsync),
    ];

    public static Side[] Events { get; } =
    [
        new("the generated client", static (http, token) => DataAsync(new RowsClient(http).GetEvents(options: Once), token)),
        new("`GetEvents`, by the metadata", static (http, token) => DataAsync(http.GetEvents("/events", RowsClientJson.Default.Row, Once), token)),
        new("`SseParser` and `JsonSerializer.Deserialize`", ParseAsync),
    ];

    private static async IAsyncEnumerable<Row?> DataAsync(EventStream<Row> events, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var one in events.WithCancellation(token))
        {
            yield return one.Data;
        }
    }

    private static async IAsyncEnumerable<Row?> DeserializeAsync(HttpClient http, [EnumeratorCancellation] CancellationToken token)
    {
        await using var body = await http.GetStreamAsync(new Uri("/rows", UriKind.Relative), token);
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable(body, RowsClientJson.Default.Row, topLevelValues: true, token))
        {
            yield return row;
        }
    }

    private static async IAsyncEnumerable<Row?> PipeAsync(HttpClient http, [EnumeratorCancellation] CancellationToken token)
    {
        var pipe = PipeReader.Create(await http.GetStreamAsync(new Uri("/rows", UriKind.Relative), token), new StreamPipeReaderOptions(bufferSize: 16 * 1024));
        while (true)
        {
            var read = await pipe.ReadAsync(token);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return Line(buffer.Slice(0, end));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                await pipe.CompleteAsync();
                yield break;
            }
        }
    }

    private static Row? Line(ReadOnlySequence<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        return JsonSerializer.Deserialize(ref reader, RowsClientJson.Default.Row);
    }

    private static async IAsyncEnumerable<Row?> ParseAsync(HttpClient http, [EnumeratorCancellation] CancellationToken token)
    {
        await using var body = await http.GetStreamAsync(new Uri("/events", UriKind.Relative), token);
        var parser = SseParser.Create(body, static (_, data) => JsonSerializer.Deserialize(data, RowsClientJson.Default.Row));
        await foreach (var one in parser.EnumerateAsync(token))
        {
            yield return one.Data;
        }
    }
}
