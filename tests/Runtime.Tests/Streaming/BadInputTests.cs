using System.Net.ServerSentEvents;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming;

public class BadInputTests
{
    private readonly Probe _probe = new();

    public static MatrixTheoryData<string, string> BadHeaders => new(
        ["typed", "raw", "raw, second of two", "raw name", "content type of lines", "content type of bytes", "buffered"],
        ["\r", "\n", "\0", "\r\n"]);

    [Theory]
    [InlineData("\r", "CR")]
    [InlineData("a\r\nb", "CR")]
    [InlineData("\n", "LF")]
    [InlineData("event\ndata: injected", "LF")]
    public void A_line_end_in_an_events_type_or_id_is_refused_and_says_where(string value, string character)
    {
        var type = Assert.Throws<ArgumentException>(() => new ServerSentEvent<string>("data") { Event = value });
        var id = Assert.Throws<ArgumentException>(() => new ServerSentEvent<string>("data") with { Id = value });
        Assert.Equal("Event", type.ParamName);
        Assert.Equal("Id", id.ParamName);
        Assert.Contains(character, type.Message, StringComparison.Ordinal);
        Assert.Contains(character, id.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nul_is_refused_in_an_id_and_allowed_in_a_type()
    {
        var id = Assert.Throws<ArgumentException>(() => new ServerSentEvent<string>("data") { Id = "a\0b" });
        Assert.Equal("Id", id.ParamName);
        Assert.Contains("NUL", id.Message, StringComparison.Ordinal);
        Assert.Equal("a\0b", new ServerSentEvent<string>("data") { Event = "a\0b" }.Event);
    }

    [Fact]
    public void A_negative_retry_is_refused_and_zero_is_allowed()
    {
        foreach (var retry in new[] { TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.MinValue })
        {
            var refused = Assert.Throws<ArgumentException>(() => new ServerSentEvent<string>("data") { Retry = retry });
            Assert.Equal("Retry", refused.ParamName);
            Assert.Contains("negative", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(TimeSpan.Zero, new ServerSentEvent<string>("data") { Retry = TimeSpan.Zero }.Retry);
    }

    [Fact]
    public async Task A_nul_in_the_id_of_a_framework_event_is_a_fault()
    {
        static async IAsyncEnumerable<SseItem<string>> Events()
        {
            await Task.CompletedTask;
            yield return new("first");
            yield return new("second") { EventId = "\0" };
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", IResult () => new SSEResponse(Events())));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.Equal("data: first\n\n", client.Body);
        Assert.False(client.IsWhole);
        Assert.Contains(app.Log.OfJero, line => line.Exception?.Message.Contains("NUL", StringComparison.Ordinal) == true);
    }

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public async Task A_header_that_could_end_its_line_is_refused_before_anything_is_sent_and_logged(string where, string evil)
    {
        var value = $"a{evil}x-injected: 1";
        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, where, value)));
        using var meters = new StreamMeters(app);
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 500 ", client.Received, StringComparison.Ordinal);
        Assert.DoesNotContain("injected", client.Received, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 0\r\n", client.Received, StringComparison.Ordinal);
        var error = Assert.Single(app.Log.Errors);
        Assert.Contains(where.StartsWith("content type", StringComparison.Ordinal) ? "Content-Type" : "x-", error.Exception?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Exception!.Message);
        Assert.Equal("", _probe.Steps);
        Assert.Equal(0, meters.OpenStreams);
    }

    [Theory]
    [InlineData("ndjson")]
    [InlineData("sse")]
    [InlineData("bytes")]
    public async Task A_lifecycle_that_yields_no_stream_or_null_is_a_logged_500(string wrapper)
    {
        async IAsyncEnumerable<IAsyncEnumerable<T>> Nothing<T>()
        {
            await Task.Yield();
            yield break;
        }

        async IAsyncEnumerable<IAsyncEnumerable<T>> Null<T>()
        {
            await Task.Yield();
            yield return null!;
            _probe.Note("torn down");
        }

        await using var app = await App.StartAsync(
            web =>
            {
                web.MapGet("/nothing", IResult () => Respond(wrapper, Nothing<Movie>(), Nothing<byte[]>()));
                web.MapGet("/null", IResult () => Respond(wrapper, Null<Movie>(), Null<byte[]>()));
            },
            KnowMovies);
        foreach (var path in new[] { "/nothing", "/null" })
        {
            using var client = await RawClient.ReadWholeAsync(app, path);
            Assert.StartsWith("HTTP/1.1 500 ", client.Received, StringComparison.Ordinal);
            Assert.Contains(
                app.Log.Errors,
                line => line.Category.StartsWith("Jero.", StringComparison.Ordinal)
                    && line.Message.StartsWith($"{path}: the lifecycle yielded no stream", StringComparison.Ordinal));
        }

        Assert.Equal("torn down", _probe.Steps);
    }

    [Theory]
    [InlineData("ndjson", "{\"title\":\"m0\"}\n")]
    [InlineData("sse", "data: {\"title\":\"m0\"}\n\n")]
    [InlineData("bytes", "m0")]
    public async Task A_lifecycle_that_yields_two_streams_is_logged_and_cut_short_behind_the_first(string wrapper, string body)
    {
        async IAsyncEnumerable<IAsyncEnumerable<T>> Two<T>(Func<string, IAsyncEnumerable<T>> stream)
        {
            await Task.Yield();
            yield return stream("first");
            yield return stream("second");
            _probe.Note("behind the second");
        }

        async IAsyncEnumerable<T> Stream<T>(string name, T item)
        {
            await Task.Yield();
            _probe.Note(name);
            yield return item;
        }

        await using var app = await App.StartAsync(
            web => web.MapGet("/two", IResult () => Respond(
                wrapper, Two(name => Stream(name, new Movie("m0"))), Two(name => Stream(name, "m0"u8.ToArray())))),
            KnowMovies);
        using var client = await RawClient.ReadWholeAsync(app, "/two");
        Assert.StartsWith("HTTP/1.1 200 ", client.Received, StringComparison.Ordinal);
        Assert.Equal(body, client.Body);
        Assert.False(client.IsWhole);
        Assert.Equal("first", _probe.Steps);
        Assert.Contains(
            app.Log.Errors, line => line.Message.StartsWith("/two: the lifecycle yielded a second stream", StringComparison.Ordinal));
    }

    private static JeroStreamResponse Respond(
        string wrapper, IAsyncEnumerable<IAsyncEnumerable<Movie>> movies, IAsyncEnumerable<IAsyncEnumerable<byte[]>> chunks) => wrapper switch
        {
            "ndjson" => new NDJSONStreamingResponse<Movie>(movies),
            "sse" => new SSEResponse<Movie>(movies),
            _ => new StreamingResponse(chunks),
        };

    private static void KnowMovies(IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default));

    private Task SendAsync(HttpContext http, string where, string value) => where switch
    {
        "typed" => ResponseSender.SendAsync<Movie, MovieWriter>(
            http, new SSEResponse<Movie>(_probe.Ready(1)), new TypedHeaders().AddScalar("x-good", 1).Add("x-bad", value)),
        "raw" => SendAsync(http, new() { ["x-good"] = "1", ["x-bad"] = value }),
        "raw, second of two" => SendAsync(http, new() { ["x-bad"] = new(["1", value]) }),
        "raw name" => SendAsync(http, new() { [$"x-{value}"] = "1" }),
        "content type of lines" => ResponseSender.SendAsync<Movie, MovieWriter>(
            http, new NDJSONStreamingResponse<Movie>(_probe.Ready(1)) { ContentType = value }),
        "content type of bytes" => ResponseSender.SendAsync(http, new StreamingResponse(new MemoryStream([1])) { ContentType = value }),
        _ => ResponseSender.SendAsync(http, new BytesResponse(default) { RawHeaders = new() { ["x-bad"] = value } }),
    };

    private Task SendAsync(HttpContext http, HeaderDictionary raw) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.Ready(1)) { RawHeaders = raw });
}
