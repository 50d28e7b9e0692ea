using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;
using Jero.Generated;

namespace Writers;

/// <summary>One item into a buffer that is kept, by the generated writer and by what it is compared with.</summary>
[MemoryDiagnoser]
public abstract class WriterBenchmark : IDisposable
{
    private readonly Utf8JsonWriter _json;

    protected WriterBenchmark() => _json = new Utf8JsonWriter(
        Buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    internal BatchBuffer Buffer { get; } = new();

    internal byte[] Bytes { get; } = new byte[4096];

    [Benchmark(Baseline = true, Description = "System.Text.Json, fast path")]
    public abstract int FastPath();

    [Benchmark(Description = "System.Text.Json, metadata")]
    public abstract int Metadata();

    [Benchmark(Description = "by hand")]
    public abstract int ByHand();

    [Benchmark(Description = "Jero")]
    public abstract int Jero();

    [GlobalCleanup]
    public void Dispose()
    {
        _json.Dispose();
        Buffer.Dispose();
        GC.SuppressFinalize(this);
    }

    internal int Serialize<T>(T item, JsonTypeInfo<T> type)
    {
        Buffer.Clear();
        _json.Reset();
        JsonSerializer.Serialize(_json, item, type);
        return Buffer.Length;
    }
}
