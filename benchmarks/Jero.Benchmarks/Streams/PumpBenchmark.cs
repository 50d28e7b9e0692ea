using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Items;
using Jero;
using Jero.Generated;

namespace Writers.Streams;

/// <summary>One item through a whole stream into a body that takes everything at once: what is left is the pump, the writer and the batching.</summary>
[MemoryDiagnoser]
public class PumpBenchmark
{
    private const int Count = 50_000;
    private const int BatchSize = 28 * 1024;
    private static readonly byte[] ReadyRow = [.. JsonSerializer.SerializeToUtf8Bytes(Samples.Row, MetadataPath.Default.Row), (byte)'\n'];

    [Benchmark(OperationsPerInvoke = Count, Description = "ready-made bytes, by hand")]
    public async Task Ready()
    {
        var body = NullBody.Context().Response.BodyWriter;
        using var buffer = new BatchBuffer();
        await foreach (var _ in new ReadyItems<Row>(Samples.Row, Count))
        {
            buffer.Write(ReadyRow);
            if (buffer.Length >= BatchSize)
            {
                await body.WriteAsync(buffer.WrittenMemory);
                buffer.Clear();
            }
        }

        await body.WriteAsync(buffer.WrittenMemory);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "System.Text.Json, by hand")]
    public async Task SystemTextJson()
    {
        var body = NullBody.Context().Response.BodyWriter;
        using var buffer = new BatchBuffer();
        await using var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        await foreach (var row in new ReadyItems<Row>(Samples.Row, Count))
        {
            JsonSerializer.Serialize(writer, row, FastPath.Default.Row);
            writer.Reset();
            buffer.WriteByte((byte)'\n');
            if (buffer.Length >= BatchSize)
            {
                await body.WriteAsync(buffer.WrittenMemory);
                buffer.Clear();
            }
        }

        await body.WriteAsync(buffer.WrittenMemory);
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "Jero NDJSON of rows")]
    public Task Lines() =>
        ResponseSender.SendAsync<Row, JeroJson.Items_Row>(NullBody.Context(), new NDJSONStreamingResponse<Row>(new ReadyItems<Row>(Samples.Row, Count)));

    [Benchmark(OperationsPerInvoke = Count, Description = "Jero NDJSON of movies")]
    public Task Movies() =>
        ResponseSender.SendAsync<Movie, JeroJson.Items_Movie>(NullBody.Context(), new NDJSONStreamingResponse<Movie>(new ReadyItems<Movie>(Samples.Movie, Count)));

    [Benchmark(OperationsPerInvoke = Count, Description = "Jero bytes, chunks of a row")]
    public Task Chunks() =>
        ResponseSender.SendAsync(NullBody.Context(), new StreamingResponse(new ReadyItems<ReadOnlyMemory<byte>>(ReadyRow, Count)));
}
