using System.Net;
using Jero.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Client.Tests.Http;

/// <summary>Items over real connections.</summary>
public sealed class ItemStreamTests
{
    private const string Ndjson = "application/x-ndjson";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http2)]
    public async Task Every_cut_is_seen(HttpProtocols protocols)
    {
        for (var whole = 0; whole < 4; whole++)
        {
            var text = string.Concat(Enumerable.Range(1, whole).Select(id => $"{{\"id\":{id}}}\n"));
            var breakOff = new TaskCompletionSource();
            await using var server = await Server.StartAsync(protocols, Server.Send(text, Ndjson, breakOff.Task));
            var read = new List<int>();
            if (whole == 0)
            {
                server.Answered += breakOff.SetResult;
            }

            var exception = await Assert.ThrowsAsync<StreamTruncatedException>(async () =>
            {
                await foreach (var row in server.Client.GetJsonLinesAsync("/", RowJson.Default.Row, Token))
                {
                    read.Add(row.Id);
                    if (read.Count == whole)
                    {
                        breakOff.SetResult();
                    }
                }
            });

            Assert.Equal(Enumerable.Range(1, whole), read);
            Assert.Equal(whole, exception.Items);
        }
    }

    [Fact]
    public async Task A_refusal_is_an_exception_with_its_body()
    {
        await using var server = await Server.StartAsync(async http =>
        {
            http.Response.StatusCode = 422;
            await http.Response.WriteAsync(new string('x', 100_000), Token);
        });

        var exception = await Assert.ThrowsAsync<ApiException>(async () => await server.Client.GetJsonLinesAsync("/", RowJson.Default.Row, Token).ToListAsync(Token));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 65_536, null), (exception.StatusCode, exception.Body.Length, exception.Problem));
    }

    [Fact]
    public async Task A_page_instead_of_items_is_no_stream()
    {
        await using var server = await Server.StartAsync(Server.Send("<p>", "text/html"));

        await Assert.ThrowsAsync<ApiException>(async () => await server.Client.GetJsonLinesAsync("/", RowJson.Default.Row, Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http2)]
    public async Task An_item_of_ten_megabytes_is_read_where_it_is_meant(HttpProtocols protocols)
    {
        var text = new string('x', 10_000_000);
        await using var server = await Server.StartAsync(protocols, Server.Send($"{{\"id\":1}}\n{{\"id\":2,\"text\":\"{text}\"}}\n", Ndjson));
        var options = new StreamOptions { MaxItemBytes = 11_000_000 };

        var rows = await server.Client.SendForItemsAsync(() => Get(protocols), RowJson.Default.Row, options, Token).ToListAsync(Token);

        Assert.Equal([null, text], rows.Select(static row => row.Text));
    }

    private static HttpRequestMessage Get(HttpProtocols protocols) => new(HttpMethod.Get, "/")
    {
        Version = protocols == HttpProtocols.Http2 ? HttpVersion.Version20 : HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    [Fact]
    public async Task Leaving_lets_go_of_the_response()
    {
        var gone = new TaskCompletionSource();
        await using var server = await Server.StartAsync(async http =>
        {
            http.RequestAborted.Register(gone.SetResult);
            await Server.Send("{\"id\":1}\n", Ndjson)(http);
            await gone.Task;
        });

        Assert.Equal(1, (await server.Client.GetJsonLinesAsync("/", RowJson.Default.Row, Token).FirstAsync(Token)).Id);

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }

    [Fact]
    public async Task Each_item_is_there_when_it_comes()
    {
        var next = new SemaphoreSlim(0);
        await using var server = await Server.StartAsync(async http =>
        {
            http.Response.ContentType = Ndjson;
            for (var id = 1; id <= 3; id++)
            {
                await http.Response.WriteAsync($"{{\"id\":{id}}}\n", Token);
                await http.Response.Body.FlushAsync(Token);
                await next.WaitAsync(Token);
            }
        });
        var read = new List<int>();

        await foreach (var row in server.Client.GetJsonLinesAsync("/", RowJson.Default.Row, Token))
        {
            read.Add(row.Id);
            next.Release();
        }

        Assert.Equal([1, 2, 3], read);
    }
}
