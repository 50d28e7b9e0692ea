using System.IO.Pipelines;
using System.Text;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Runtime.Tests.Citizenship;

namespace Runtime.Tests.Streaming;

/// <summary>Bytes of a stream that knows its length, and of one that does not.</summary>
public sealed class DownloadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(32 * 1024)]
    [InlineData(100_000)]
    public async Task A_seekable_stream_has_its_length_from_where_it_stands(int length)
    {
        var bytes = new byte[length + 10];
        Random.Shared.NextBytes(bytes);
        await using var app = await StartAsync(() => new MemoryStream(bytes) { Position = 10 });
        using var client = new HttpClient { BaseAddress = app.Address };
        using var response = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(length, response.Content.Headers.ContentLength);
        Assert.Null(response.Headers.TransferEncodingChunked);
        Assert.Equal(bytes[10..], await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var head = await RawClient.ReadWholeAsync(app, "/", "HEAD");
        Assert.Equal(length.ToString(System.Globalization.CultureInfo.InvariantCulture), head.HeaderOf("Content-Length"));
    }

    [Fact]
    public async Task What_is_written_behind_the_length_meanwhile_is_not_sent()
    {
        await using var app = await StartAsync(() => new OtherLength("abcdef"u8.ToArray(), 3));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Equal("3", client.HeaderOf("Content-Length"));
        Assert.EndsWith("\r\n\r\nabc", client.Received, StringComparison.Ordinal);
        Assert.Empty(app.Log.Errors);
    }

    [Fact]
    public async Task A_stream_that_ends_before_its_length_is_cut_short()
    {
        await using var app = await StartAsync(() => new OtherLength("abc"u8.ToArray(), 7));
        using var client = new HttpClient { BaseAddress = app.Address };
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetByteArrayAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));
        await App.UntilAsync(() => app.Log.OfJero.Any(line => line.Exception?.Message.Contains("4 bytes before its length", StringComparison.Ordinal) == true), "the fault in the log");
    }

    [Fact]
    public async Task A_length_of_nothing_is_no_length()
    {
        await using var app = await StartAsync(() => new OtherLength("abc"u8.ToArray(), 0));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Equal("chunked", client.HeaderOf("Transfer-Encoding"));
        Assert.Equal("abc", client.Body);
    }

    [Theory]
    [InlineData("arrays")]
    [InlineData("memory")]
    [InlineData("pipe")]
    public async Task Chunks_of_every_size_arrive_in_order(string form)
    {
        // Around what is copied, what is sent from where it is, and the parts that this is sent in.
        int[] sizes = [1, 57_344, 3, 57_345, 57_345, 0, 65_535, 65_536, 7, 65_537, 131_073, 5, 28_672, 28_673, 1_000_003];
        var chunks = sizes.Select(size =>
        {
            var chunk = new byte[size];
            Random.Shared.NextBytes(chunk);
            return chunk;
        }).ToArray();
        await using var app = await App.StartAsync(web => web.MapGet("/", IResult () => form switch
        {
            "arrays" => new StreamingResponse(chunks.ToAsyncEnumerable()),
            "memory" => new StreamingResponse(chunks.Select(chunk => new ReadOnlyMemory<byte>(chunk)).ToAsyncEnumerable()),
            _ => new StreamingResponse(PipeReader.Create(new MemoryStream([.. chunks.SelectMany(chunk => chunk)]), new(bufferSize: 200_000))),
        }));
        using var client = new HttpClient { BaseAddress = app.Address };
        var received = await client.GetByteArrayAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(sizes.Sum(), received.Length);
        Assert.True(received.AsSpan().SequenceEqual(chunks.SelectMany(chunk => chunk).ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_long_text_of_an_event_takes_no_more_room_than_its_bytes(int step)
    {
        var text = string.Concat(Enumerable.Repeat("a\u00e9\u65e5\ud83d\ude00", 20_000 * step));
        await using var app = await App.StartAsync(web => web.MapGet("/", IResult () => new SSEResponse(new[] { text }.ToAsyncEnumerable())));
        using var client = new HttpClient { BaseAddress = app.Address };
        Assert.Equal($"data: {text}\n\n", await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));

        using var buffer = new Jero.Generated.BatchBuffer();
        Jero.Streaming.Framing.EventFields.Write(buffer, "data: "u8, text);
        Assert.InRange(buffer.GetMemory().Length + buffer.Length, 0, 2 * (Encoding.UTF8.GetByteCount(text) + (32 * 1024)));
    }

    private static Task<App> StartAsync(Func<Stream> open) =>
        App.StartAsync(web => web.MapMethods("/", ["GET", "HEAD"], () => new StreamingResponse(open())));

    private sealed class OtherLength(byte[] bytes, long length) : MemoryStream(bytes)
    {
        public override long Length => length;
    }
}
