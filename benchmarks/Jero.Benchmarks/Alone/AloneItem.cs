using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;

namespace Writers.Alone;

/// <summary>One item, written by each side again and again into a buffer that is kept.</summary>
internal abstract class AloneItem(string name) : IDisposable
{
    protected const int Warm = 20_000;

    public string Name { get; } = name;

    /// <summary>How often a round writes the item.</summary>
    public int Count { get; protected init; }

    /// <summary>The sides: ready-made bytes, Jero, System.Text.Json's fast path.</summary>
    public abstract IReadOnlyList<Action<int>> Sides { get; }

    public abstract void Dispose();
}

/// <inheritdoc />
internal sealed class AloneItem<T, TWriter> : AloneItem
    where T : class
    where TWriter : struct, IJsonWriter<T?>
{
    private readonly T _item;
    private readonly JsonTypeInfo<T> _fastPath;
    private readonly BatchBuffer _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly byte[] _ready;

    public AloneItem(string name, T item, JsonTypeInfo<T> fastPath) : base(name)
    {
        _item = item;
        _fastPath = fastPath;
        _json = new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        default(TWriter).Write(_buffer, item);
        _ready = _buffer.WrittenMemory.ToArray();
        FastPath(1);
        if (!_buffer.WrittenMemory.Span.SequenceEqual(_ready))
        {
            throw new InvalidOperationException($"The sides write different bytes for {name}.");
        }

        Sides = [Ready, Jero, FastPath];

        // Until the compiler has made its last version of all, which it does in the background.
        foreach (var side in Enumerable.Repeat(Sides, 4).SelectMany(static sides => sides))
        {
            for (var call = 0; call < 32; call++)
            {
                side(Warm / 32);
            }

            Thread.Sleep(60);
        }

        // About five milliseconds.
        var before = ThreadTime.Nanoseconds();
        Jero(Warm);
        Count = (int)Math.Max(2_000, 5_000_000L * Warm / Math.Max(1, ThreadTime.Nanoseconds() - before));
    }

    public override IReadOnlyList<Action<int>> Sides { get; }

    public override void Dispose()
    {
        _json.Dispose();
        _buffer.Dispose();
    }

    private void Ready(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _buffer.Clear();
            _buffer.Write(_ready);
        }
    }

    private void Jero(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _buffer.Clear();
            default(TWriter).Write(_buffer, _item);
        }
    }

    private void FastPath(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _buffer.Clear();
            _json.Reset();
            JsonSerializer.Serialize(_json, _item, _fastPath);
        }
    }
}
