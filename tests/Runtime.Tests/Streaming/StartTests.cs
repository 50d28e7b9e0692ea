using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Runtime.Tests.Streaming;

public class StartTests
{
    private static readonly Exception Fault = new InvalidDataException("secret text");
    private readonly Probe _probe = new();

    [Theory]
    [InlineData("ndjson")]
    [InlineData("bytes")]
    public async Task A_source_without_a_lifecycle_that_throws_before_item_1_is_a_normal_error(string wrapper)
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendFaultingAsync(http, wrapper, 0)));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 500 ", client.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("x-ndjson", client.Received, StringComparison.Ordinal);
        Assert.True(app.Log.HasEnded("SourceFaulted"));
    }

    [Theory]
    [InlineData("sse", 0)]
    [InlineData("lifecycle", 0)]
    [InlineData("sse", 2)]
    [InlineData("lifecycle", 2)]
    [InlineData("ndjson", 2)]
    [InlineData("bytes", 2)]
    public async Task Once_begun_a_fault_cuts_the_stream_short_behind_the_items_before_it(string wrapper, int count)
    {
        await using var app = await App.StartAsync(web => web.MapGet("/it", http => SendFaultingAsync(http, wrapper, count)));
        using var client = await RawClient.ReadWholeAsync(app, "/it");
        Assert.StartsWith("HTTP/1.1 200 ", client.Received, StringComparison.Ordinal);
        Assert.False(client.IsWhole);
        Assert.Equal(count, client.Body.Split('m').Length - 1);
        Assert.DoesNotContain("secret", client.Received, StringComparison.Ordinal);
        var error = Assert.Single(app.Log.OfJero, line => line.Exception is not null);
        Assert.Same(Fault, error.Exception);
        Assert.StartsWith("/it: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_up_that_throws_is_a_normal_error()
    {
        async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle()
        {
            await Task.Yield();
            if (_probe.Steps.Length == 0)
            {
                throw new ProblemException(409, "Not now.");
            }

            yield return _probe.Ready(1);
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", () => new SSEResponse<Movie>(Lifecycle())));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 409 Conflict\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/problem+json\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Conflict\",\"status\":409,\"detail\":\"Not now.\"", client.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("lifecycle")]
    public async Task Headers_go_out_before_a_slow_first_item(string wrapper)
    {
        var signal = new TaskCompletionSource();
        await using var app = await App.StartAsync(web => web.MapGet("/", http => wrapper == "sse"
            ? ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(_probe.WaitThenOne(signal.Task)))
            : ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.Lifecycle(_probe.WaitThenOne(signal.Task))))));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("\r\n\r\n");
        Assert.Equal("", client.Body);
        signal.SetResult();
        await client.UntilAsync("\r\n0\r\n\r\n");
        Assert.Contains("first", client.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lone_item_is_on_the_wire_while_the_source_waits()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.OneThenWait()))));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("{\"title\":\"first\"}\n");
        Assert.Equal("open", _probe.Steps);
    }

    [Fact]
    public async Task A_lone_item_also_passes_a_compressing_middleware()
    {
        await using var app = await App.StartAsync(
            web =>
            {
                web.UseResponseCompression();
                web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.OneThenWait())));
            },
            services => services.AddResponseCompression(compression => compression.MimeTypes = ["application/x-ndjson"]));
        using var handler = new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.Brotli };
        using var client = new HttpClient(handler) { BaseAddress = app.Address };
        using var response = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var line = await lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.Equal("{\"title\":\"first\"}", line);
        Assert.Equal("open", _probe.Steps);
    }

    [Fact]
    public void A_lifecycle_given_as_a_stream_of_objects_is_a_source_without_a_lifecycle()
    {
        var lifecycle = _probe.Lifecycle(_probe.Ready(0), TestContext.Current.CancellationToken);
        Assert.NotNull(new NDJSONStreamingResponse<object>(lifecycle).Source!.Lifecycle);
        Assert.Null(new NDJSONStreamingResponse<object>((IAsyncEnumerable<object>)lifecycle).Source!.Lifecycle);
    }

    [Fact]
    public async Task An_empty_stream_is_a_whole_one()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.Ready(0)))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-ndjson\r\n", client.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_cannot_be_written_is_taken_back_whole()
    {
        async IAsyncEnumerable<Movie> Movies()
        {
            await Task.CompletedTask;
            yield return new Movie("fine");
            yield return new Movie("unwritable");
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Movies()))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Equal("{\"title\":\"fine\"}\n", client.Body);
        Assert.False(client.IsWhole);
    }

    private Task SendFaultingAsync(HttpContext http, string wrapper, int count) => wrapper switch
    {
        "ndjson" => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.Ready(count, Fault))),
        "lifecycle" => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.Lifecycle(_probe.Ready(count, Fault)))),
        "sse" => ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(_probe.Ready(count, Fault))),
        _ => ResponseSender.SendAsync(http, new StreamingResponse(_probe.Ready(count, Fault).Select(movie => System.Text.Encoding.UTF8.GetBytes(movie.Title)))),
    };
}
