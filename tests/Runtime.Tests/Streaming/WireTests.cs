using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming;

public class WireTests
{
    private static readonly Probe Source = new();

    [Fact]
    public async Task Ndjson_is_one_compact_object_a_line()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Source.Waiting(2)))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-ndjson\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("X-Accel-Buffering: no\r\n", client.Received, StringComparison.Ordinal);
        Assert.Equal("{\"title\":\"m0\"}\n{\"title\":\"m1\"}\n", client.Body);
        Assert.True(client.IsWhole);
    }

    [Fact]
    public async Task An_event_has_its_fields_in_order_and_a_blank_line_behind()
    {
        static async IAsyncEnumerable<ServerSentEvent<Movie>> Events()
        {
            await Task.Yield();
            yield return new Movie("a");
            yield return new(new Movie("b")) { Event = "added", Id = "7", Retry = TimeSpan.FromSeconds(1.5) };
            yield return new(new Movie("c")) { Event = "", Id = "" };
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(Events()))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Contains("Content-Type: text/event-stream\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-cache, no-transform\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("X-Accel-Buffering: no\r\n", client.Received, StringComparison.Ordinal);
        Assert.Equal(
            "data: {\"title\":\"a\"}\n\nevent: added\nid: 7\nretry: 1500\ndata: {\"title\":\"b\"}\n\nid: \ndata: {\"title\":\"c\"}\n\n", client.Body);
    }

    [Fact]
    public async Task Items_of_the_framework_are_events_too()
    {
        static async IAsyncEnumerable<SseItem<string>> Events()
        {
            await Task.Yield();
            yield return new("plain");
            yield return new("x\n", "tick") { EventId = "1", ReconnectionInterval = TimeSpan.FromMilliseconds(20) };
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http => ResponseSender.SendAsync(http, new SSEResponse(Events()))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Equal("data: plain\n\nevent: tick\nid: 1\nretry: 20\ndata: x\ndata: \n\n", client.Body);
    }

    [Fact]
    public async Task Bytes_are_sent_as_they_are_and_an_empty_chunk_is_skipped()
    {
        static async IAsyncEnumerable<byte[]> Chunks()
        {
            await Task.Yield();
            yield return "ab"u8.ToArray();
            yield return [];
            yield return "c"u8.ToArray();
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync(http, new StreamingResponse(Chunks()) { ContentType = "text/csv" })));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Contains("Content-Type: text/csv\r\n", client.Received, StringComparison.Ordinal);
        Assert.Equal("abc", client.Body);
    }

    [Fact]
    public async Task A_stream_and_a_pipe_are_sent_whole_and_let_go()
    {
        var bytes = new byte[100_000];
        Random.Shared.NextBytes(bytes);
        var stream = new MemoryStream(bytes);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await pipe.Writer.WriteAsync(bytes, TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        await using var app = await App.StartAsync(web =>
        {
            web.MapGet("/stream", http => ResponseSender.SendAsync(http, new StreamingResponse(stream)));
            web.MapGet("/pipe", http => ResponseSender.SendAsync(http, new StreamingResponse(pipe.Reader)));
        });
        using var client = new HttpClient { BaseAddress = app.Address };
        Assert.Equal(bytes, await client.GetByteArrayAsync("/stream", TestContext.Current.CancellationToken));
        Assert.Equal(bytes, await client.GetByteArrayAsync("/pipe", TestContext.Current.CancellationToken));
        await App.UntilAsync(() => !stream.CanRead, "the stream is disposed");
        Assert.Throws<InvalidOperationException>(() => pipe.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Buffered_responses_have_their_length_and_head_has_no_body()
    {
        await using var app = await App.StartAsync(web =>
        {
            web.MapMethods("/json", ["GET", "HEAD"], http =>
                ResponseSender.SendAsync<Movie, MovieWriter>(http, new JSONResponse<Movie>(new("a")) { StatusCode = 201 }));
            web.MapGet("/bytes", http => ResponseSender.SendAsync(http, new BytesResponse("abc"u8.ToArray())));
        });
        using var json = await RawClient.ReadWholeAsync(app, "/json");
        Assert.StartsWith("HTTP/1.1 201 Created\r\nContent-Length: 13\r\n", json.Received, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json\r\n", json.Received, StringComparison.Ordinal);
        Assert.Equal("{\"title\":\"a\"}", json.Body);
        using var head = await RawClient.ReadWholeAsync(app, "/json", "HEAD");
        Assert.Contains("Content-Length: 13\r\n", head.Received, StringComparison.Ordinal);
        Assert.Equal("", head.Body);
        using var bytes = await RawClient.ReadWholeAsync(app, "/bytes");
        Assert.Contains("Content-Length: 3\r\n", bytes.Received, StringComparison.Ordinal);
        Assert.Equal("abc", bytes.Body);
    }

    [Fact]
    public async Task As_a_minimal_api_result_the_apps_json_options_write_items_and_typed_headers()
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", () => new NDJSONStreamingResponse<Movie, MovieHeaders>(Source.Waiting(1))
            {
                Headers = new(2, null, true) { Tags = ["å", "b"] },
            }),
            services => services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default)));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Equal("{\"title\":\"m0\"}\n", client.Body);
        Assert.Contains("x-version: 2\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("x-live: true\r\n", client.Received, StringComparison.Ordinal);
        Assert.Contains("X_Raw: [\"\\u00e5\",\"b\"]\r\n", client.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("x-trace-id", client.Received, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task As_a_minimal_api_result_a_type_that_the_options_do_not_know_is_named_with_the_fix()
    {
        var probe = new Probe();
        await using var app = await App.StartAsync(
            web => web.MapGet("/", () => new NDJSONStreamingResponse<Movie>(probe.Unused())),
            services => services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Clear()));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 500", client.Received, StringComparison.Ordinal);
        Assert.Contains(app.Log.Errors, line => line.Exception?.Message.Contains("[JsonSerializable(typeof(Movie))]", StringComparison.Ordinal) == true);
        Assert.Equal("", probe.Steps);
    }

    [Fact]
    public async Task As_a_minimal_api_result_strings_are_text_events()
    {
        static async IAsyncEnumerable<string> Lines()
        {
            await Task.Yield();
            yield return "a\r\nb";
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", () => new SSEResponse(Lines())));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Equal("data: a\ndata: b\n\n", client.Body);
    }
}
