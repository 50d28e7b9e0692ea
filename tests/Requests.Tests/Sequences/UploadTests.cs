using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Requests.Tests.Sequences;

/// <summary>Items of megabytes, and clients that ask before they send.</summary>
public sealed class UploadTests(SequenceApp app) : IClassFixture<SequenceApp>
{
    private const int TenMegabytes = 10_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/x-ndjson", "{\"id\":1}\n{\"id\":2,\"name\":\"LONG\"}\n{\"id\":3}\n")]
    [InlineData("application/json-seq", "\u001e{\"id\":1}\n\u001e{\"id\":2,\"name\":\"LONG\"}\n\u001e{\"id\":3}\n")]
    [InlineData("application/json", "[{\"id\":1},{\"id\":2,\"name\":\"LONG\"},{\"id\":3}]")]
    public async Task An_item_of_ten_megabytes_is_read_whole_where_that_is_allowed(string type, string form)
    {
        await using var large = new SequenceApp(longestItem: TenMegabytes + 100, longestBody: null);
        await large.InitializeAsync();
        var name = new string('n', TenMegabytes);
        foreach (var client in new[] { large.Http1, large.Http2 })
        {
            using var response = await client.PostAsync("/sequences/echo", Content(type, form.Replace("LONG", name, StringComparison.Ordinal)), Token);

            var lines = (await response.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var parts = lines.Select(static line => JsonSerializer.Deserialize<Part>(line, JsonSerializerOptions.Web)!).ToList();
            Assert.Equal([1, 2, 3], parts.Select(static part => part.Id));
            Assert.True(parts[1].Name == name, "The name has changed.");
        }
    }

    [Theory]
    [InlineData("application/x-ndjson", "{\"id\":1}\n{\"id\":2,\"name\":\"LONG\"}\n")]
    [InlineData("application/json-seq", "\u001e{\"id\":1}\n\u001e{\"id\":2,\"name\":\"LONG\"}\n")]
    [InlineData("application/json", "[{\"id\":1},{\"id\":2,\"name\":\"LONG\"}]")]
    public async Task An_item_over_the_default_limit_is_refused_by_its_number(string type, string form)
    {
        await using var usual = new SequenceApp(longestItem: null, longestBody: null);
        await usual.InitializeAsync();
        using var content = Content(type, form.Replace("LONG", new string('n', TenMegabytes), StringComparison.Ordinal));
        using var response = await usual.Http2.PostAsync("/sequences", content, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("Item 2: The item is longer than 1,048,576 bytes.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Items_are_the_body_of_QUERY_too()
    {
        using var request = new HttpRequestMessage(new HttpMethod("QUERY"), "/sequences/echo")
        {
            Content = Content("application/jsonl", "{\"id\":1}\n{\"id\":2}\n"),
        };
        using var response = await app.Http1.SendAsync(request, Token);

        var events = (await response.Content.ReadAsStringAsync(Token)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["data: {\"id\":1,", "data: {\"id\":2,"], events.Select(static text => text[..14]));
    }

    [Fact]
    public async Task A_client_that_is_slower_than_the_server_allows_is_told_at_which_item()
    {
        await using var strict = new SequenceApp(longestItem: null, longestBody: null, slowest: new MinDataRate(bytesPerSecond: 1_000_000, TimeSpan.FromSeconds(1.1)));
        await strict.InitializeAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, strict.Address1.Port, Token);
        await using var connection = client.GetStream();
        await connection.WriteAsync(
            "POST /sequences HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 99\r\n\r\n{\"id\":1}\n{\"id\""u8.ToArray(), Token);
        using var response = new StreamReader(connection);
        var text = await response.ReadToEndAsync(Token);

        Assert.StartsWith("HTTP/1.1 408 ", text, StringComparison.Ordinal);
        Assert.Contains("\"item\":2", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_client_that_asks_sends_its_items_when_the_handler_wants_them(int version)
    {
        using var client = AskingClient(version);
        using var request = Asking(version, new PiecesContent("application/x-ndjson", "{\"id\":1}\n"u8.ToArray(), "{\"id\":2}\n"u8.ToArray()));
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(new Sum(2, 3), await response.Content.ReadFromJsonAsync<Sum>(Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_client_that_asks_sends_nothing_where_its_media_type_is_refused(int version)
    {
        var hasSent = false;
        using var client = AskingClient(version);
        using var request = Asking(version, new PiecesContent("text/csv", async (stream, cancellationToken) =>
        {
            hasSent = true;
            await stream.WriteAsync("id\n1\n"u8.ToArray(), cancellationToken);
        }));
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.False(hasSent);
    }

    // It waits for the server's word, however long that takes: a server that never gives it leaves the test without an answer.
    private HttpClient AskingClient(int version) => new(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan })
    {
        BaseAddress = version == 2 ? app.Address2 : app.Address1,
        Timeout = TimeSpan.FromMinutes(1),
    };

    private static HttpRequestMessage Asking(int version, PiecesContent content) => new(HttpMethod.Post, "/sequences")
    {
        Version = version == 2 ? HttpVersion.Version20 : HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Content = content,
        Headers = { ExpectContinue = true },
    };

    private static PiecesContent Content(string type, string text) => new(type, Encoding.UTF8.GetBytes(text));
}
