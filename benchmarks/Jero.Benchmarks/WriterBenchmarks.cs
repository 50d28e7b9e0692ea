using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Jero.Generated;

namespace Writers;

/// <summary>One item into a buffer that is kept, by the generated writer and by what it is compared with.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class WriterBenchmarks : IDisposable
{
    private readonly Row _row = new(4711, "The Land Girls", null, 1998, 1071, true);
    private readonly Movie _movie = new("The Land Girls", 1998, 6.1);
    private readonly BatchBuffer _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly byte[] _bytes = new byte[1024];

    public WriterBenchmarks() => _json = new Utf8JsonWriter(
        _buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    [GlobalCleanup]
    public void Dispose()
    {
        _json.Dispose();
        _buffer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("Row")]
    public int Row_SystemTextJson_FastPath()
    {
        _buffer.Clear();
        _json.Reset();
        FastPath.Default.Row.SerializeHandler!(_json, _row);
        _json.Flush();
        return _buffer.Length;
    }

    [Benchmark, BenchmarkCategory("Row")]
    public int Row_Jero()
    {
        _buffer.Clear();
        default(JeroJson.Writers_Row).Write(_buffer, _row);
        return _buffer.Length;
    }

    [Benchmark, BenchmarkCategory("Row")]
    public int Row_ByHand()
    {
        var position = 0;
        Copy("{\"id\":"u8, ref position);
        Number(_row.Id, ref position);
        Copy(",\"name\":"u8, ref position);
        Text(_row.Name, ref position);
        Copy(",\"note\":"u8, ref position);
        Text(_row.Note, ref position);
        Copy(",\"year\":"u8, ref position);
        Number(_row.Year, ref position);
        Copy(",\"votes\":"u8, ref position);
        Number(_row.Votes, ref position);
        Copy(_row.IsNew ? ",\"isNew\":true}"u8 : ",\"isNew\":false}"u8, ref position);
        return position;
    }

    [Benchmark(Baseline = true), BenchmarkCategory("Movie")]
    public int Movie_SystemTextJson_FastPath()
    {
        _buffer.Clear();
        _json.Reset();
        FastPath.Default.Movie.SerializeHandler!(_json, _movie);
        _json.Flush();
        return _buffer.Length;
    }

    [Benchmark, BenchmarkCategory("Movie")]
    public int Movie_Jero()
    {
        _buffer.Clear();
        default(JeroJson.Writers_Movie).Write(_buffer, _movie);
        return _buffer.Length;
    }

    private void Copy(ReadOnlySpan<byte> utf8, ref int position)
    {
        utf8.CopyTo(_bytes.AsSpan(position));
        position += utf8.Length;
    }

    private void Number(long value, ref int position)
    {
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(position), out var written);
        position += written;
    }

    // Knows that its texts need no escaping, as a writer by hand for known data may.
    private void Text(string? value, ref int position)
    {
        if (value is null)
        {
            Copy("null"u8, ref position);
            return;
        }

        _bytes[position++] = (byte)'"';
        position += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(position));
        _bytes[position++] = (byte)'"';
    }
}
