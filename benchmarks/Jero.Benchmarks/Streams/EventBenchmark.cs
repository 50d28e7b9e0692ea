using System.Net.ServerSentEvents;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Items;
using Jero;
using Jero.Generated;

namespace Writers.Streams;

/// <summary>One event through a whole stream; the framework's formatter, on which its own results are built, beside it.</summary>
[MemoryDiagnoser]
public class EventBenchmark
{
    private const int Count = 20_000;
    private const string Text = "first line\nsecond line";
    private static readonly ServerSentEvent<Row> Full = new(Samples.Row) { Event = "added", Id = "4711" };
    private static readonly SseItem<Row> FullItem = new(Samples.Row, "added") { EventId = "4711" };

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "SseFormatter, rows with event and id")]
    public Task FormatterOfRows() => SseFormatter.WriteAsync(
        new ReadyItems<SseItem<Row>>(FullItem, Count),
        Stream.Null,
        static (item, buffer) =>
        {
            using var writer = new Utf8JsonWriter(buffer);
            JsonSerializer.Serialize(writer, item.Data, FastPath.Default.Row);
        });

    [Benchmark(OperationsPerInvoke = Count, Description = "SseFormatter, text of two lines")]
    public Task FormatterOfText() => SseFormatter.WriteAsync(new ReadyItems<SseItem<string>>(new(Text), Count), Stream.Null);

    [Benchmark(OperationsPerInvoke = Count, Description = "Jero, rows")]
    public Task Rows() =>
        ResponseSender.SendAsync<Row, JeroJson.Items_Row>(NullBody.Context(), new SSEResponse<Row>(new ReadyItems<Row>(Samples.Row, Count)));

    [Benchmark(OperationsPerInvoke = Count, Description = "Jero, rows with event and id")]
    public Task RowsWithFields() => ResponseSender.SendAsync<Row, JeroJson.Items_Row>(
        NullBody.Context(), new SSEResponse<Row>(new ReadyItems<ServerSentEvent<Row>>(Full, Count)));

    [Benchmark(OperationsPerInvoke = Count, Description = "Jero, text of two lines")]
    public Task Texts() => ResponseSender.SendAsync(NullBody.Context(), new SSEResponse(new ReadyItems<string>(Text, Count)));
}
