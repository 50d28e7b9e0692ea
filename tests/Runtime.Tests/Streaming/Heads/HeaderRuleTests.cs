using System.Text;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Citizenship;

namespace Runtime.Tests.Streaming.Heads;

public sealed class HeaderRuleTests
{
    private readonly Probe _probe = new();

    [Theory]
    [InlineData("na\u00EFve.csv", "U+00EF")]
    [InlineData("a\u007Fb", "U+007F")]
    [InlineData("a\u0001b", "U+0001")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("\u65E5\u672C", "U+65E5")]
    [InlineData("a\rb", "a CR")]
    public async Task What_the_server_would_refuse_is_refused_before_set_up_by_name_and_with_the_fix(string value, string told)
    {
        await using var app = await StartAsync();
        foreach (var method in new[] { "GET", "HEAD" })
        {
            using var client = await RawClient.ReadWholeAsync(app, "/heads/refused?value=" + Uri.EscapeDataString(value), method);
            Assert.Equal(500, client.StatusOf());
        }

        Assert.Equal("", _probe.Steps);
        Assert.Equal(2, app.Log.Errors.Count);
        foreach (var error in app.Log.Errors)
        {
            Assert.StartsWith("The response header content-disposition cannot be sent", error.Exception!.Message, StringComparison.Ordinal);
            Assert.Contains(told, error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("EscapeDataString", error.Exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_an_encoding_of_the_server_allows_is_sent_but_for_control_characters()
    {
        await using var app = await StartAsync(kestrel => kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8);
        using var sent = await RawClient.ReadWholeAsync(app, "/heads/refused?value=na%C3%AFve.csv");
        Assert.Equal(200, sent.StatusOf());
        using var refused = await RawClient.ReadWholeAsync(app, "/heads/refused?value=na%C3%AFve%7F.csv");
        Assert.Equal(500, refused.StatusOf());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_refused_download_lets_go_of_its_stream(string method)
    {
        var stream = new MemoryStream([1]);
        await using var app = await App.StartAsync(web => web.MapMethods("/", ["GET", "HEAD"], () =>
            new StreamingResponse(stream) { RawHeaders = { ["Content-Disposition"] = "attachment; filename=\"Zoë.png\"" } }));
        using var client = await RawClient.ReadWholeAsync(app, "/", method);
        Assert.Equal(500, client.StatusOf());
        Assert.False(stream.CanRead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("größe")]
    [InlineData("x:y")]
    public async Task A_name_that_is_no_token_is_refused(string name)
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http => ResponseSender.SendAsync(
            http, new BytesResponse(default) { RawHeaders = { [name] = "1" } })));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Equal(500, client.StatusOf());
        Assert.Contains("is not a valid name for a response header", Assert.Single(app.Log.Errors).Exception!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(999)]
    [InlineData(65536)]
    [InlineData(100)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_status_that_no_response_has_is_refused(int status)
    {
        await using var app = await App.StartAsync(web =>
        {
            web.MapGet("/stream", IResult () => new NDJSONStreamingResponse<int>(AsyncEnumerable.Empty<int>()) { StatusCode = status });
            web.MapGet("/bytes", () => new BytesResponse(default) { StatusCode = status });
        });
        foreach (var path in new[] { "/stream", "/bytes" })
        {
            using var client = await RawClient.ReadWholeAsync(app, path);
            Assert.Equal(500, client.StatusOf());
            Assert.Contains(app.Log.Errors, line => line.Exception?.Message.Contains($"The status {status} cannot be sent", StringComparison.Ordinal) == true);
        }
    }

    [Theory]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Transfer-Encoding", "gzip, chunked")]
    [InlineData("Connection", "close")]
    [InlineData("Connection", "keep-alive")]
    [InlineData("Connection", "transfer-encoding")]
    [InlineData("Content-Length", "3")]
    [InlineData("Upgrade", "h2c")]
    public async Task Headers_of_the_connection_that_a_handler_sets_itself_leave_the_framing_alone(string name, string value)
    {
        await using var app = await App.StartAsync(web =>
        {
            web.MapGet("/stream", (HttpContext http) =>
            {
                http.Response.Headers[name] = value;
                return new StreamingResponse(Chunks()) { RawHeaders = { [name] = value } };
            });
            web.MapGet("/bytes", (HttpContext http) =>
            {
                http.Response.Headers[name] = value;
                return new BytesResponse("whole"u8.ToArray()) { RawHeaders = { [name] = value } };
            });
        });
        using var client = new HttpClient { BaseAddress = app.Address };
        Assert.Equal("onetwo", await client.GetStringAsync(new Uri("/stream", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("whole", await client.GetStringAsync(new Uri("/bytes", UriKind.Relative), TestContext.Current.CancellationToken));
        using var raw = await RawClient.ReadWholeAsync(app, "/stream");
        Assert.Equal("chunked", raw.HeaderOf("Transfer-Encoding"));
        Assert.True(raw.IsWhole);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Raw_headers_keep_what_middleware_has_added_for_all_and_replace_the_rest(string method)
    {
        await using var app = await App.StartAsync(web =>
        {
            web.Use((http, next) =>
            {
                http.Response.Headers.Append("Set-Cookie", "a=1");
                http.Response.Headers.Append("Vary", "Origin");
                http.Response.Headers["X-Frame-Options"] = "DENY";
                return next(http);
            });
            web.MapMethods("/", ["GET", "HEAD"], http => ResponseSender.SendAsync(
                http,
                new BytesResponse(default) { RawHeaders = { ["set-cookie"] = new(["b=2", "c=3"]), ["Vary"] = "Accept", ["X-Frame-Options"] = "SAMEORIGIN" } },
                new TypedHeaders().Add("Vary", "Cookie")));
        });
        using var client = await RawClient.ReadWholeAsync(app, "/", method);
        var lines = client.Received.Split("\r\n");
        Assert.Equal(["Set-Cookie: a=1", "Set-Cookie: b=2", "Set-Cookie: c=3"], lines.Where(line => line.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(["Vary: Origin", "Vary: Accept"], lines.Where(line => line.StartsWith("Vary", StringComparison.Ordinal)));
        Assert.Equal("SAMEORIGIN", client.HeaderOf("X-Frame-Options"));
    }

    private Task<App> StartAsync(Action<KestrelServerOptions>? kestrel = null) => App.StartAsync(
        web => web.MapEndpoint<RefusedEndpoint>(),
        services =>
        {
            services.AddSingleton(_probe);
            services.Configure<KestrelServerOptions>(options => kestrel?.Invoke(options));
        });

    private static async IAsyncEnumerable<byte[]> Chunks()
    {
        yield return "one"u8.ToArray();
        await Task.Yield();
        yield return "two"u8.ToArray();
    }
}
