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
    protected const string FastPathName = "System.Text.Json, fast path";
    protected const string MetadataName = "System.Text.Json, metadata";
    protected const string ByHandName = "by hand";
    protected const string JeroName = "Jero";

    private readonly Utf8JsonWriter _json;

    protected WriterBenchmark() => _json = new Utf8JsonWriter(
        Buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    internal BatchBuffer Buffer { get; } = new();

    internal byte[] Bytes { get; } = new byte[4096];

    // An attribute here would not be seen: BenchmarkDotNet looks at the overrides.
    public abstract int FastPath();

    public abstract int Metadata();

    public abstract int ByHand();

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
