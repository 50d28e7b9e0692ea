using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Jero.Generated;

namespace Jero.Tests.Json;

public sealed class BatchBufferTests
{
    private static readonly Action<BatchBuffer>[] Writes =
    [
        buffer => JsonFormat.WriteNull(buffer),
        buffer => JsonFormat.Write(buffer, false),
        buffer => JsonFormat.Write(buffer, ""),
        buffer => JsonFormat.Write(buffer, "plain text, longer than a vector"),
        buffer => JsonFormat.Write(buffer, "é\"\uD83D\uDE00 then plain text"),
        buffer => JsonFormat.Write(buffer, '\n'),
        buffer => JsonFormat.Write(buffer, 7),
        buffer => JsonFormat.Write(buffer, long.MinValue),
        buffer => JsonFormat.Write(buffer, 19.99),
        buffer => JsonFormat.Write(buffer, -Math.PI),
        buffer => JsonFormat.Write(buffer, decimal.MinValue),
        buffer => JsonFormat.Write(buffer, Guid.Empty),
        buffer => JsonFormat.Write(buffer, DateTimeOffset.UnixEpoch),
        buffer => JsonFormat.Write(buffer, new byte[5]),
        buffer => buffer.Write("{\"id\":"u8),
        buffer => buffer.WriteByte((byte)'}'),
        buffer => JsonFormat.Write(buffer, "by type info", (JsonTypeInfo<string>)Oracle.Options.GetTypeInfo(typeof(string))),
        WriteObject,
    ];

    [Fact]
    public void Every_write_is_whole_wherever_the_memory_ends()
    {
        foreach (var write in Writes)
        {
            using var roomy = new BatchBuffer();
            write(roomy);
            var expected = roomy.WrittenMemory.ToArray();

            for (var left = 0; left <= 240; left++)
            {
                using var buffer = new BatchBuffer();
                var capacity = buffer.GetMemory().Length;
                buffer.GetSpan(capacity - left)[..(capacity - left)].Fill((byte)'.');
                buffer.Advance(capacity - left);
                write(buffer);
                Assert.Equal(expected, buffer.WrittenMemory[(capacity - left)..].ToArray());
                Assert.Equal(-1, buffer.WrittenMemory[..(capacity - left)].Span.IndexOfAnyExcept((byte)'.'));
            }
        }
    }

    [Fact]
    public void A_batch_grows_far_beyond_its_first_memory()
    {
        using var buffer = new BatchBuffer();
        var numbers = Enumerable.Range(0, 200_000).ToArray();
        default(ArrayWriter<int, BuiltInWriter>).Write(buffer, numbers);
        Assert.Equal(JsonSerializer.Serialize(numbers), Encoding.UTF8.GetString(buffer.WrittenMemory.Span));
    }

    [Fact]
    public void Truncate_takes_back_only_what_came_after()
    {
        using var buffer = new BatchBuffer();
        JsonFormat.Write(buffer, 1);
        var length = buffer.Length;
        JsonFormat.Write(buffer, "half an item");
        buffer.Truncate(length);
        JsonFormat.Write(buffer, 2);
        Assert.Equal("12", Encoding.UTF8.GetString(buffer.WrittenMemory.Span));
        buffer.Clear();
        Assert.Equal(0, buffer.Length);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-4096)]
    [InlineData(int.MinValue)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void Neither_truncate_nor_advance_leaves_the_memory(int count)
    {
        using var empty = new BatchBuffer();
        Assert.Throws<ArgumentOutOfRangeException>(() => empty.Truncate(count));
        Assert.Throws<ArgumentOutOfRangeException>(() => empty.Advance(count));
        using var buffer = new BatchBuffer();
        buffer.Write("ab"u8);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(count));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(count == 3 ? buffer.GetSpan().Length + 1 : count));
        buffer.Write("c"u8);
        Assert.Equal("abc", Encoding.UTF8.GetString(buffer.WrittenMemory.Span));
    }

    [Fact]
    public void An_object_whose_memory_was_released_is_refused()
    {
        using var buffer = new BatchBuffer();
        buffer.Write("["u8);
        Assert.Throws<InvalidOperationException>(() =>
        {
            var json = new JsonObjectWriter(buffer);
            buffer.Release();
            json.End();
        });
        Assert.Throws<InvalidOperationException>(() =>
        {
            buffer.Write("["u8);
            var json = new JsonObjectWriter(buffer);
            buffer.Release();
            json.WriteRaw(new byte[100_000]);
        });
    }

    // Every way that the writer of objects has, each ending wherever the memory does.
    private static void WriteObject(BatchBuffer buffer)
    {
        var json = new JsonObjectWriter(buffer);
        json.WriteRaw("["u8);
        json.Write("plain");
        json.Write("é\"\uD83D\uDE00 then plain text");
        json.Write((string?)null);
        json.Write(true);
        json.Write(int.MinValue);
        json.Write(long.MinValue);
        json.Write(19.99);
        json.Write(-Math.PI);
        json.Write((int?)null);
        json.Write((long?)7);
        JsonFormat.Write(json.Suspend(), Guid.Empty);
        json.Resume();
        json.Write("plain text, longer than a vector");
        json.WriteRaw("]"u8);
        json.End();
    }
}
