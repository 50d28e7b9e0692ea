using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Runtime.Tests.Streaming;

public class HeadTests
{
    private readonly Probe _probe = new();

    [Fact]
    public async Task Head_gets_status_and_headers_and_runs_neither_source_nor_lifecycle()
    {
        await using var app = await App.StartAsync(web =>
        {
            web.MapMethods("/sent", ["HEAD"], http => SendAsync(http, new(_probe.Ready(1)) { StatusCode = 203 }));
            web.MapMethods("/lifecycle", ["HEAD"], http => SendAsync(http, new(_probe.Lifecycle(_probe.Ready(1)))));
        });
        using var sent = await RawClient.ReadWholeAsync(app, "/sent", "HEAD");
        Assert.StartsWith("HTTP/1.1 203 ", sent.Received, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-ndjson\r\n", sent.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", sent.Received, StringComparison.Ordinal);
        using var lifecycle = await RawClient.ReadWholeAsync(app, "/lifecycle", "HEAD");
        Assert.StartsWith("HTTP/1.1 200 ", lifecycle.Received, StringComparison.Ordinal);
        Assert.Equal("", _probe.Steps);
    }

    [Fact]
    public async Task Head_disposes_a_stream_and_leaves_an_enumerable_alone()
    {
        var stream = new MemoryStream([1]);
        await using var app = await App.StartAsync(web => web.MapMethods("/", ["HEAD"], http =>
            ResponseSender.SendAsync(http, new StreamingResponse(stream))));
        using var client = await RawClient.ReadWholeAsync(app, "/", "HEAD");
        Assert.StartsWith("HTTP/1.1 200 ", client.Received, StringComparison.Ordinal);
        Assert.False(stream.CanRead);
        await using var other = await App.StartAsync(web => web.MapMethods("/", ["HEAD"], http => SendAsync(http, new(_probe.Unused()))));
        using var again = await RawClient.ReadWholeAsync(other, "/", "HEAD");
        Assert.Equal("", _probe.Steps);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(304)]
    [InlineData(102)]
    public async Task A_status_that_forbids_a_body_is_refused_and_the_source_let_go(int status)
    {
        var stream = new MemoryStream([1]);
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync(http, new StreamingResponse(stream) { StatusCode = status })));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 500 ", client.Received, StringComparison.Ordinal);
        Assert.Contains(app.Log.Errors, line => line.Exception?.Message.Contains($"status {status}", StringComparison.Ordinal) == true);
        Assert.False(stream.CanRead);
    }

    [Fact]
    public async Task Raw_headers_come_last_keep_repeats_and_replace_by_name()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(
            http,
            new SSEResponse<Movie>(_probe.Ready(1))
            {
                RawHeaders = new()
                {
                    ["Content-Type"] = "text/event-stream; charset=utf-8",
                    ["x-version"] = new(["1", "2"]),
                    ["Cache-Control"] = "no-store",
                    ["X-Accel-Buffering"] = "yes",
                    ["Content-Length"] = "3",
                    ["Transfer-Encoding"] = "gzip",
                },
            },
            new TypedHeaders().AddScalar("X-Version", 7).Add("x-live", true))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Contains("Content-Type: text/event-stream; charset=utf-8\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("x-version: 1\r\nx-version: 2\r\n", client.Received, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("x-version: 7", client.Received, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("x-live: true\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("X-Accel-Buffering: yes\r\n", client.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", client.Received, StringComparison.Ordinal);
        Assert.Contains("Transfer-Encoding: chunked\r\n", client.Received, StringComparison.Ordinal);
        Assert.True(client.IsWhole);
    }

    [Fact]
    public void Typed_headers_are_written_invariant_and_nulls_left_out()
    {
        var values = new TypedHeaders()
            .Add("text", (string?)null).Add("flag", false).Add("no-flag", (bool?)null)
            .Add("time", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc))
            .Add("offset", new DateTimeOffset(2026, 1, 2, 3, 4, 5, 120, TimeSpan.FromHours(2)))
            .Add("date", new DateOnly(2026, 1, 2))
            .AddScalar("number", 1.5).AddScalar("none", (int?)null).AddScalar("clock", new TimeOnly(3, 4, 5))
            .AddJson<Movie, MovieWriter>("json", new("ü"))
            .Values;
        Assert.Equal("false", values["flag"]);
        Assert.Equal("2026-01-02T03:04:05Z", values["time"]);
        Assert.Equal("2026-01-02T03:04:05.12+02:00", values["offset"]);
        Assert.Equal("2026-01-02", values["date"]);
        Assert.Equal("1.5", values["number"]);
        Assert.Equal("03:04:05", values["clock"]);
        Assert.Equal("{\"title\":\"\\u00fc\"}", values["json"]);
        Assert.Equal(7, values.Count);
    }

    private static Task SendAsync(HttpContext http, NDJSONStreamingResponse<Movie> response) => ResponseSender.SendAsync<Movie, MovieWriter>(http, response);
}
