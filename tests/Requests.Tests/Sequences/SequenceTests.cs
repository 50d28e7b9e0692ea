using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jero;
using Runtime.Tests.Streaming;

namespace Requests.Tests.Sequences;

/// <summary>Bodies that are read item by item, over real connections.</summary>
public sealed class SequenceTests(SequenceApp app) : IClassFixture<SequenceApp>
{
    private const string Ndjson = "application/x-ndjson";
    private const string Records = "application/json-seq";
    private const string Array = "application/json";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":2,\"name\":\"é€\"}\n", 2, 3)]
    [InlineData(Ndjson, "\r\n{\"id\":1}\r\n\n{\"id\":2}", 2, 3)]
    [InlineData("application/jsonl; charset=utf-8", "{\"id\":5}", 1, 5)]
    [InlineData(Records, "\u001e{\"id\":1}\n\u001e{\n\"id\":2}\n", 2, 3)]
    [InlineData(Array, " [{\"id\":1,\"name\":\"],\"} , {\"id\":2}]\n", 2, 3)]
    public async Task Every_split_gives_the_same_items(string type, string text, int count, int total)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            Assert.Equal(new Sum(count, total), await SumAsync(app.Http1, new PiecesContent(type, bytes[..cut], bytes[cut..])));
        }

        Assert.Equal(new Sum(count, total), await SumAsync(app.Http2, new PiecesContent(type, [.. bytes.Select(one => new[] { one })])));
    }

    [Theory]
    [InlineData(Ndjson, "")]
    [InlineData(Ndjson, "\n\n")]
    [InlineData(Records, "")]
    [InlineData(Array, "")]
    [InlineData(Array, "[]")]
    public async Task An_empty_body_is_an_empty_sequence(string type, string text) =>
        Assert.Equal(new Sum(0, 0), await SumAsync(app.Http1, new PiecesContent(type, Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":\n", 400, 2, "Item 2: The item is not valid JSON")]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":", 400, 2, "Item 2: ")]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":2,\"sizes\":[1,\"x\"]}\n", 422, 2, "'$.sizes[1]'")]
    [InlineData(Ndjson, "{\"id\":1}\nnull\n", 422, 2, "may not be null")]
    [InlineData(Ndjson, "{\"name\":\"a\"}\n", 422, 1, "lacks required members: 'id'")]
    [InlineData(Ndjson, "{\"id\":1}\n{\"id\":0}\n", 400, 2, "Item 2: ")]
    [InlineData(Records, "\u001e{\"id\":1}\n\u001e{\"id\"", 400, 2, "Item 2: ")]
    [InlineData(Records, "{\"id\":1}\n", 400, 1, "Item 1: ")]
    [InlineData(Array, "[{\"id\":1},{\"id\":2}", 400, 3, "The array is not closed.")]
    [InlineData(Array, "[{\"id\":1},", 400, 2, "The array is not closed.")]
    [InlineData(Array, "{\"id\":1}", 400, 1, "The body must be an array.")]
    [InlineData(Array, "[{\"id\":1}] 2", 400, 2, "Nothing may follow the array.")]
    [InlineData(Array, "[{\"id\":1} {\"id\":2}]", 400, 2, "a comma or the end of the array")]
    public async Task A_bad_item_is_a_problem_with_its_number(string type, string text, int status, int number, string detail)
    {
        using var response = await app.Http1.PostAsync("/sequences", new PiecesContent(type, Encoding.UTF8.GetBytes(text)), Token);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(number, problem.GetProperty("item").GetInt32());
    }

    [Theory]
    [InlineData(Ndjson, "")]
    [InlineData(Records, "\u001e")]
    [InlineData(Array, "[")]
    public async Task An_item_that_is_too_long_is_refused_while_it_comes(string type, string start)
    {
        app.Watch.Reset();
        var sent = 0L;
        using var response = await app.Http2.PostAsync("/sequences", new PiecesContent(type, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(start + "{\"name\":\""), cancellationToken);
            var piece = Encoding.UTF8.GetBytes(new string('x', 10_000));
            for (; sent < 10_000_000; sent += piece.Length)
            {
                await stream.WriteAsync(piece, cancellationToken);
            }
        }), Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("Item 1: The item is longer than 100,000 bytes.", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.IsType<BadItemException>(await app.Watch.Left.Task.WaitAsync(TimeSpan.FromMinutes(1), Token));
        Assert.InRange(sent, 0, 9_000_000);
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/xml")]
    [InlineData("application/x-ndjson; charset=iso-8859-1")]
    public async Task Another_media_type_is_refused_with_a_list(string type)
    {
        using var response = await app.Http1.PostAsync("/sequences", new PiecesContent(type, "{\"id\":1}\n"u8.ToArray()), Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task The_first_item_may_be_all_that_is_read()
    {
        using var response = await app.Http1.PutAsync("/sequences", new PiecesContent(Ndjson, "{\"id\":7}\n{bad"u8.ToArray()), Token);

        Assert.Equal(new Sum(1, 7), await response.Content.ReadFromJsonAsync<Sum>(Token));
    }

    [Fact]
    public async Task A_body_is_read_once()
    {
        using var response = await app.Http1.PatchAsync("/sequences", new PiecesContent(Ndjson, "{\"id\":7}\n"u8.ToArray()), Token);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("have already been read", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_may_stream_while_the_body_comes()
    {
        var answered = new SemaphoreSlim(0);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sequences/echo")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new PiecesContent(Ndjson, async (stream, cancellationToken) =>
            {
                for (var id = 1; id <= 3; id++)
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes($"{{\"id\":{id}}}\n"), cancellationToken);
                    await stream.FlushAsync(cancellationToken);
                    Assert.True(await answered.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken), $"Item {id} was not answered.");
                }
            }),
        };
        using var response = await app.Http2.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));

        for (var id = 1; id <= 3; id++)
        {
            Assert.StartsWith($"{{\"id\":{id},", await reader.ReadLineAsync(Token), StringComparison.Ordinal);
            answered.Release();
        }

        Assert.Null(await reader.ReadLineAsync(Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_client_that_leaves_half_way_ends_the_reading(int version)
    {
        app.Watch.Reset();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var request = (version == 2 ? app.Http2 : app.Http1).PostAsync("/sequences", new PiecesContent(Ndjson, async (stream, cancellationToken) =>
        {
            await stream.WriteAsync("{\"id\":1}\n{\"id\":"u8.ToArray(), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }), leaving.Token);
        await app.Watch.First.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.NotNull(await app.Watch.Left.Task.WaitAsync(TimeSpan.FromMinutes(1), Token));
    }

    [Fact]
    public async Task A_handler_that_waits_holds_the_client_back()
    {
        app.Watch.Reset();
        var gate = new TaskCompletionSource();
        app.Watch.Gate = gate.Task;
        var line = Encoding.UTF8.GetBytes($"{{\"id\":1,\"name\":\"{new string('x', 60_000)}\"}}\n");
        var sent = 0;
        var paused = app.Pauses;
        var request = SumAsync(app.Http1, new PiecesContent(Ndjson, async (stream, cancellationToken) =>
        {
            for (; sent < 1_000; sent++)
            {
                await stream.WriteAsync(line, cancellationToken);
            }
        }));
        await app.Watch.First.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);

        // The server's pipe is full, and nothing takes from it: of the 60 MB that are there to be sent it and the sockets hold a few.
        await App.UntilAsync(() => app.Pauses > paused, "the server takes no more off the connection");
        Assert.False(request.IsCompleted);
        Assert.InRange(sent, 1, 500);
        gate.SetResult();

        Assert.Equal(new Sum(1_000, 1_000), await request);
    }

    private static async Task<Sum?> SumAsync(HttpClient client, HttpContent content)
    {
        using var response = await client.PostAsync("/sequences", content, Token);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
        return await response.Content.ReadFromJsonAsync<Sum>(Token);
    }
}
