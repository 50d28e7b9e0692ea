using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jero.Client;
using Microsoft.AspNetCore.Http;

namespace Client.Tests.Http;

/// <summary>Servers that mean no good, or have gone wrong: what they send is bounded, and the end is an exception that says what was wrong.</summary>
public sealed class HostileTests
{
    private const string Ndjson = "application/x-ndjson";
    private const string Events = "text/event-stream";
    private const int Limit = 1 << 20;

    private static readonly EventStreamOptions Fast = new() { ReconnectDelay = TimeSpan.FromMilliseconds(1), MaxAttempts = 10 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Ndjson, "\"")]
    [InlineData("application/json", "[\"")]
    [InlineData("application/json-seq", "\u001e\"")]
    [InlineData(Events, "data: ")]
    [InlineData(Events, ": ")]
    [InlineData(Events, "id: ")]
    public async Task A_line_without_an_end_is_left(string type, string start)
    {
        var endless = new Endless(type, start);
        await using var server = await Server.StartAsync(endless.AnswerAsync);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(server.Client, type));

        Assert.StartsWith($"Item 1 of the stream is larger than {Limit} bytes", exception.Message, StringComparison.Ordinal);
        await endless.UntilLeftAsync();
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task A_page_without_an_end_is_left()
    {
        var endless = new Endless("text/html", "<p>");
        await using var server = await Server.StartAsync(endless.AnswerAsync);

        var exception = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(server.Client, Events));

        Assert.Equal(65_536, exception.Body.Length);
        await endless.UntilLeftAsync();
    }

    [Theory]
    [InlineData(Ndjson, 0)]
    [InlineData(Ndjson, 1)]
    [InlineData(Events, 0)]
    [InlineData(Events, 1)]
    public async Task An_item_is_a_mebibyte_at_most(string type, int more)
    {
        const string Before = "{\"id\":1,\"text\":\"";
        var item = Before + new string('x', Limit + more - Before.Length - 2) + "\"}";
        await using var server = await Server.StartAsync(Server.Send(type == Events ? $"data: {item}\n\n" : $"{item}\n", type), Server.Refuse(204));

        if (more == 0)
        {
            Assert.Equal(1, await ReadAsync(server.Client, type));
        }
        else
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(server.Client, type));
        }
    }

    [Fact]
    public async Task A_million_fields_are_read_and_forgotten()
    {
        var fields = string.Concat(Enumerable.Range(0, 1_000_000).Select(static i => (i % 4) switch { 0 => "x: 1\n", 1 => "id: 1\n", 2 => "event: a\n", _ => ":\n" }));
        await using var server = await Server.StartAsync(Server.Send($"{fields}data: {{\"id\":1}}\n\n", Events), Server.Refuse(204));

        Assert.Equal(1, await ReadAsync(server.Client, Events));
    }

    // Counts what the whole process allocates.
    [Theory(DisableParallelization = true)]
    [InlineData(Ndjson, 200)]
    [InlineData(Events, 200)]
    [InlineData("text/plain", 500)]
    public async Task A_compressed_bomb_is_not_blown_up(string type, int status)
    {
        const int Size = 512 << 20;
        var bomb = Bomb(type == Events ? "data: " : "\"", Size);
        await using var server = await Server.StartAsync(async http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = type;
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.Body.WriteAsync(bomb, Token);
        });
        using var client = Decompressing(server);
        var before = GC.GetTotalAllocatedBytes();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(client, type));

        Assert.IsType(status == 200 ? typeof(InvalidDataException) : typeof(ApiException), exception);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Size / 8);
    }

    [Fact]
    public async Task A_compressed_body_that_was_cut_is_a_cut()
    {
        await using var server = await Server.StartAsync(async http =>
        {
            http.Response.ContentType = Ndjson;
            http.Response.Headers.ContentEncoding = "gzip";
            var whole = Compress(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 10_000).Select(static id => $"{{\"id\":{id}}}\n"))));
            await http.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), Token);
        });
        using var client = Decompressing(server);

        await Assert.ThrowsAsync<StreamTruncatedException>(() => ReadAsync(client, Ndjson));
    }

    [Fact]
    public async Task A_refusal_whose_explanation_never_ends_is_a_refusal()
    {
        await using var server = await Server.StartAsync(static async http =>
        {
            http.Response.StatusCode = 500;
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync("x", CancellationToken.None);
                await http.Response.Body.FlushAsync(CancellationToken.None);
                await Task.Delay(100, CancellationToken.None);
            }
        });

        var exception = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(server.Client, Ndjson));

        Assert.Equal(HttpStatusCode.InternalServerError, exception.StatusCode);
        Assert.StartsWith("x", exception.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_now_and_then_can_be_left()
    {
        var gone = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        await using var server = await Server.StartAsync(async http =>
        {
            http.Response.ContentType = Events;
            http.RequestAborted.Register(gone.SetResult);
            while (!gone.Task.IsCompleted)
            {
                await http.Response.WriteAsync("x", CancellationToken.None);
                await http.Response.Body.FlushAsync(CancellationToken.None);
                begun.TrySetResult();
                await Task.Delay(20, CancellationToken.None);
            }
        });
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reading = server.Client.GetEvents("/", RowJson.Default.Row, Fast).ToListAsync(leave.Token).AsTask();
        await begun.Task.WaitAsync(Token);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }

    [Theory]
    [InlineData(Ndjson)]
    [InlineData(Events)]
    public async Task Credentials_do_not_go_along_to_where_a_redirect_leads(string type)
    {
        await using var elsewhere = await Server.StartAsync(Server.Send(type == Events ? "data: {\"id\":1}\n\n" : "{\"id\":1}\n", type), Server.Refuse(204));
        await using var server = await Server.StartAsync(http =>
        {
            http.Response.Redirect(elsewhere.Client.BaseAddress!.ToString());
            return Task.CompletedTask;
        });
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");

        Assert.Equal(1, await ReadAsync(server.Client, type));

        Assert.All(server.Seen, static request => Assert.Equal("Bearer secret", request.Authorization));
        Assert.All(elsewhere.Seen, static request => Assert.Null(request.Authorization));
    }

    [Theory]
    [InlineData(Ndjson)]
    [InlineData(Events)]
    public async Task Another_encoding_than_UTF8_is_refused(string type)
    {
        await using var server = await Server.StartAsync(Server.Send("", $"{type}; charset=utf-16"));

        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => ReadAsync(server.Client, type));

        Assert.Equal("The stream is encoded as 'utf-16', but only UTF-8 can be read.", exception.Message);
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task An_id_that_grows_for_ever_is_sent_until_the_server_refuses_it()
    {
        await using var server = await Server.StartAsync(
            [.. Enumerable.Range(10, 10).Select(static power => Server.Send($"id: {new string('x', 1 << power)}\ndata: {{\"id\":1}}\n\n"))]);

        var exception = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(server.Client, Events));

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, exception.StatusCode);
    }

    [Fact]
    public async Task An_id_that_cannot_be_sent_is_not_tried_for_ever()
    {
        await using var server = await Server.StartAsync(Server.Send("id: é\ndata: {\"id\":1}\n\n"));

        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => ReadAsync(server.Client, Events));

        Assert.StartsWith("The last event's id 'é' is not ASCII.", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task An_id_beyond_ASCII_goes_where_the_handler_can_send_it()
    {
        await using var server = await Server.StartAsync(Server.Send("id: é\ndata: {\"id\":1}\n\n"), Server.Refuse(204));
        using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 }) { BaseAddress = server.Client.BaseAddress };

        Assert.Equal(1, await ReadAsync(client, Events));
        Assert.Equal([null, "é"], server.Seen.Select(static request => request.LastEventId));
    }

    [Fact]
    public async Task JSON_that_is_nested_without_an_end_is_refused()
    {
        await using var server = await Server.StartAsync(Server.Send($"{{\"x\":{new string('[', 100_000)}\n", Ndjson));

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => ReadAsync(server.Client, Ndjson));
    }

    private static async Task<int> ReadAsync(HttpClient client, string type)
    {
        var count = 0;
        if (type == Events)
        {
            await foreach (var _ in client.GetEvents("/", RowJson.Default.Row, Fast).WithCancellation(Token))
            {
                count++;
            }
        }
        else
        {
            await foreach (var _ in client.GetJsonLinesAsync("/", RowJson.Default.Row, Token))
            {
                count++;
            }
        }

        return count;
    }

    private static HttpClient Decompressing(Server server) =>
        new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = server.Client.BaseAddress };

    private static byte[] Bomb(string start, int size)
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes(start));
            var block = new byte[1 << 20];
            block.AsSpan().Fill((byte)'x');
            for (var written = 0; written < size; written += block.Length)
            {
                gzip.Write(block);
            }
        }

        return bomb.ToArray();
    }

    private static byte[] Compress(ReadOnlySpan<byte> text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return compressed.ToArray();
    }

    /// <summary>Sends until the client leaves.</summary>
    private sealed class Endless(string type, string start)
    {
        private readonly TaskCompletionSource _left = new();

        public Task UntilLeftAsync() => _left.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);

        public async Task AnswerAsync(HttpContext http)
        {
            var block = new byte[64 * 1024];
            block.AsSpan().Fill((byte)'x');
            http.Response.ContentType = type;
            await http.Response.WriteAsync(start, CancellationToken.None);
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(block, CancellationToken.None);
            }

            _left.TrySetResult();
        }
    }
}
