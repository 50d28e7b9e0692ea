using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jero.Client;

namespace Client.Tests.Reading;

/// <summary>Items of a body in each of its forms, however the bytes come.</summary>
public sealed class ItemTests
{
    private const string Ndjson = "application/x-ndjson";
    private const string Sequence = "application/json-seq";
    private const string Array = "application/json";

    [Theory]
    [InlineData(Ndjson, "", 0)]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":2,\"text\":\"é€😀\"}\n", 2)]
    [InlineData(Ndjson, "\n \r\n{\"id\":1}\r\n\n{\"id\":2}", 2)]
    [InlineData(Ndjson, "\uFEFF{\"id\":1}\n", 1)]
    [InlineData("application/jsonl", "null\n{\"id\":1}\nnull", 3)]
    [InlineData(Sequence, "", 0)]
    [InlineData(Sequence, "\u001e{\"id\":1}\n\u001e{\n\"id\":2}\n", 2)]
    [InlineData(Sequence, "\u001e\u001e{\"id\":1}\n\u001e\n\u001e{\"id\":2}", 2)]
    [InlineData("application/geo+json-seq", "\u001e{\"id\":1}\n", 1)]
    [InlineData(Array, "[]", 0)]
    [InlineData(Array, " [ ] \n", 0)]
    [InlineData(Array, "[{\"id\":1,\"text\":\"a,]}\\\"[\"},{\"id\":2,\"text\":\"\\\\\"} ,\n null]", 3)]
    public async Task Every_split_gives_the_same_items(string type, string text, int count)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var expected = await ReadAsync(type, new SplitStream(bytes));
        Assert.Equal(count, expected.Count);
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
            {
                Assert.Equal(expected, await ReadAsync(type, new SplitStream(bytes, first, second)));
            }
        }
    }

    [Theory]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":2}\n{\"id\":", 2)]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":2}\n{\"id\":3},", 2)]
    [InlineData(Sequence, "\u001e{\"id\":1}\n\u001e{\"id\"", 1)]
    [InlineData(Array, "[{\"id\":1},{\"id\":2},", 2)]
    [InlineData(Array, "[{\"id\":1},{\"id\":2}", 1)]
    [InlineData(Array, "[", 0)]
    [InlineData(Array, "", 0)]
    public async Task A_body_that_was_cut_gives_its_whole_items_and_says_so(string type, string text, int count)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var items = new List<Row?>();
            var exception = await Assert.ThrowsAsync<StreamTruncatedException>(() => ReadAsync(type, new SplitStream(bytes, cut), items));
            Assert.Equal((count, count), (items.Count, (int)exception.Items));
        }
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("12\n", false)]
    public async Task A_number_may_have_lost_digits_without_its_line_feed(string text, bool isCut)
    {
        var items = new List<int>();
        var read = async () =>
        {
            await foreach (var item in Content(Ndjson, new SplitStream(Encoding.UTF8.GetBytes(text))).ReadJsonLinesAsync(RowJson.Default.Int32, cancellationToken: Token))
            {
                items.Add(item);
            }
        };
        if (isCut)
        {
            await Assert.ThrowsAsync<StreamTruncatedException>(read);
        }
        else
        {
            await read();
            Assert.Equal([12], items);
        }
    }

    [Fact]
    public async Task The_transports_error_is_a_cut_with_the_items_before_it()
    {
        var items = new List<Row?>();
        var body = new SplitStream("{\"id\":1}\n{\"id\":2}\n"u8.ToArray()) { Failure = new HttpIOException(HttpRequestError.ResponseEnded, "gone") };

        var exception = await Assert.ThrowsAsync<StreamTruncatedException>(() => ReadAsync(Ndjson, body, items));

        Assert.Equal((2, 2L), (items.Count, exception.Items));
        Assert.Same(body.Failure, exception.InnerException);
        Assert.Equal("The stream was cut after 2 items: gone (ResponseEnded)", exception.Message);
    }

    [Theory]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":\"two\"}\n")]
    [InlineData(Sequence, "\u001e{\"id\":1}\n\u001e{\"id\":\"two\"}\n")]
    [InlineData(Array, "[{\"id\":1},{\"id\":\"two\"}]")]
    public async Task An_item_of_another_type_is_named_by_its_number(string type, string text)
    {
        var exception = await Assert.ThrowsAsync<JsonException>(() => ReadAsync(type, new SplitStream(Encoding.UTF8.GetBytes(text))));

        Assert.StartsWith("Item 2 of the stream is not a 'Client.Tests.Row'", exception.Message, StringComparison.Ordinal);
        Assert.Equal("$.id", exception.Path);
    }

    [Theory]
    [InlineData(Array, "[1,,2]")]
    [InlineData(Array, "[,1]")]
    [InlineData(Array, "[1,]")]
    [InlineData(Array, "{}")]
    [InlineData(Array, "[] []")]
    public async Task What_is_no_array_is_refused(string type, string text) =>
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in Content(type, new SplitStream(Encoding.UTF8.GetBytes(text))).ReadJsonLinesAsync(RowJson.Default.Int32, cancellationToken: Token))
            {
            }
        });

    [Theory]
    [InlineData(Ndjson, "")]
    [InlineData(Sequence, "\u001e")]
    [InlineData(Array, "[")]
    public async Task An_item_that_is_too_large_is_refused_before_it_has_come(string type, string start)
    {
        using var body = new EndlessStream(Encoding.UTF8.GetBytes(start + "{\"text\":\""));
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(type, body, [], new StreamOptions { MaxItemBytes = 100_000 }));

        Assert.Equal("Item 1 of the stream is larger than 100000 bytes; set StreamOptions.MaxItemBytes if you expect such items.", exception.Message);
        Assert.InRange(body.Taken, 100_000, 400_000);
    }

    [Fact]
    public async Task Another_encoding_than_UTF8_is_refused()
    {
        var content = Content(Ndjson, new MemoryStream());
        content.Headers.ContentType!.CharSet = "iso-8859-1";

        await Assert.ThrowsAsync<NotSupportedException>(async () =>
        {
            await foreach (var _ in content.ReadJsonLinesAsync(RowJson.Default.Row, cancellationToken: Token))
            {
            }
        });
    }

    [Fact]
    public async Task Beside_the_items_nothing_is_allocated()
    {
        const int Count = 20_000;
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("12345\n", Count)));
        await CountAsync(bytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = CountAsync(bytes);
        Assert.True(count.IsCompletedSuccessfully, "The whole body is there.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000);
        Assert.Equal(Count, await count);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<int> CountAsync(byte[] bytes)
    {
        var count = 0;
        await foreach (var item in Content(Ndjson, new MemoryStream(bytes)).ReadJsonLinesAsync(RowJson.Default.Int32, cancellationToken: Token))
        {
            count += item > 0 ? 1 : 0;
        }

        return count;
    }

    private static async Task<List<Row?>> ReadAsync(string type, Stream body, List<Row?>? items = null, StreamOptions? options = null)
    {
        items ??= [];
        await foreach (var item in Content(type, body).ReadJsonLinesAsync(RowJson.Default.Row, options, Token))
        {
            items.Add(item);
        }

        return items;
    }

    private static StreamContent Content(string type, Stream body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    // A text that never ends.
    private sealed class EndlessStream(byte[] start) : MemoryStream
    {
        public long Taken { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = Taken == 0 ? Math.Min(start.Length, buffer.Length) : buffer.Length;
            buffer.Span[..length].Fill((byte)'x');
            if (Taken == 0)
            {
                start.AsSpan(0, length).CopyTo(buffer.Span);
            }

            Taken += length;
            return ValueTask.FromResult(length);
        }
    }
}
