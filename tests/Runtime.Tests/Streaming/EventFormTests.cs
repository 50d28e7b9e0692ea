using System.Text;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming.Events;

namespace Runtime.Tests.Streaming;

/// <summary>What an event stream carries beside events with data: comments, empty events, keepalives and the end.</summary>
public class EventFormTests
{
    private readonly Probe _probe = new();

    [Fact]
    public async Task A_comment_is_a_line_that_no_client_sees()
    {
        ServerSentEvent<Movie>[] events = [ServerSentEvent<Movie>.Comment("hello"), new Movie("a"), ServerSentEvent<Movie>.Comment("")];
        var body = await BodyAsync(new SSEResponse<Movie>(events.ToAsyncEnumerable()));
        Assert.Equal(": hello\n\ndata: {\"title\":\"a\"}\n\n: \n\n", body);
        Assert.Equal([new ParsedEvent("message", "{\"title\":\"a\"}", "")], Read(body));
    }

    [Fact]
    public async Task An_empty_event_gives_the_client_an_id_to_resume_from()
    {
        ServerSentEvent<Movie>[] events = [ServerSentEvent<Movie>.Empty("41") with { Event = "begin", Retry = TimeSpan.FromSeconds(2) }, new Movie("a")];
        var body = await BodyAsync(new SSEResponse<Movie>(events.ToAsyncEnumerable()));
        Assert.Equal("event: begin\nid: 41\nretry: 2000\ndata:\n\ndata: {\"title\":\"a\"}\n\n", body);
        Assert.Equal([new ParsedEvent("begin", "", "41"), new ParsedEvent("message", "{\"title\":\"a\"}", "41")], Read(body));
    }

    [Fact]
    public async Task Comments_and_empty_events_are_no_items_to_a_reader()
    {
        ServerSentEvent<int>[] events = [ServerSentEvent<int>.Comment("c"), ServerSentEvent<int>.Empty("1"), 0];
        var response = new SSEResponse<int>(events.ToAsyncEnumerable());
        Assert.Equal((int[])[0], await response.Items.ToArrayAsync(TestContext.Current.CancellationToken));
        var read = await response.Events.ToArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["c", null, null], read.Select(static item => item.CommentText));
        Assert.Equal([false, true, false], read.Select(static item => item.IsEmpty));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("\0")]
    public void What_would_end_a_line_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => ServerSentEvent<int>.Comment(text));
        Assert.Throws<ArgumentException>(() => ServerSentEvent<int>.Empty(text));
        Assert.Throws<ArgumentException>(() => new SSEResponse<int>(AsyncEnumerable.Empty<int>()) { EndEvent = text });
        Assert.Throws<ArgumentException>(() => new SSEResponse<int>(AsyncEnumerable.Empty<int>()) { KeepAliveEvent = text });
        Assert.Throws<ArgumentException>(() => new JeroOptions { KeepAliveEvent = text });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_end_event_follows_a_source_that_has_ended_by_itself(bool hasLifecycle)
    {
        var body = await BodyAsync(hasLifecycle
            ? new SSEResponse<Movie>(_probe.Lifecycle(_probe.Ready(1), TestContext.Current.CancellationToken)) { EndEvent = "end" }
            : new SSEResponse<Movie>(_probe.Ready(1)) { EndEvent = "end" });
        Assert.Equal("data: {\"title\":\"m0\"}\n\nevent: end\ndata:\n\n", body);
        Assert.Equal(new ParsedEvent("end", "", ""), Read(body)[^1]);
    }

    [Fact]
    public async Task A_stream_of_nothing_has_its_end_event() =>
        Assert.Equal("event: end\ndata:\n\n", await BodyAsync(new SSEResponse<Movie>(_probe.Ready(0)) { EndEvent = "end" }));

    [Fact]
    public async Task No_end_event_follows_a_fault_a_second_stream_or_the_longest_duration()
    {
        await using var app = await App.StartAsync(web =>
        {
            web.MapGet("/fault", http => SendAsync(http, new(_probe.Ready(1, new InvalidDataException())) { EndEvent = "end" }));
            web.MapGet("/second", http => SendAsync(http, new(TwiceAsync()) { EndEvent = "end" }));
            web.MapGet("/long", http => SendAsync(
                http, new(_probe.OneThenWait()) { EndEvent = "end", MaxDuration = TimeSpan.FromMilliseconds(50) }));
        });
        foreach (var path in (string[])["/fault", "/second", "/long"])
        {
            using var client = await RawClient.ReadWholeAsync(app, path);
            Assert.DoesNotContain("event: end", client.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, "alive", "event: alive\ndata:\n\n")]
    [InlineData("tick", "alive", "event: tick\ndata:\n\n")]
    [InlineData("", "alive", ": ping\n\n")]
    [InlineData(null, null, ": ping\n\n")]
    public async Task The_keepalive_is_the_event_that_the_response_or_the_option_names(string? ofResponse, string? ofOptions, string expected)
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => SendAsync(http, new(_probe.OneThenWait()) { KeepAliveEvent = ofResponse })),
            services => services.AddJero(options =>
            {
                options.KeepAlive = TimeSpan.FromMilliseconds(20);
                options.KeepAliveEvent = ofOptions;
            }));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync(expected + "\r\n");
        Assert.StartsWith("data: {\"title\":\"first\"}\n\n" + expected, client.Body, StringComparison.Ordinal);
    }

    private static Task SendAsync(Microsoft.AspNetCore.Http.HttpContext http, SSEResponse<Movie> response) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, response);

    private static async Task<string> BodyAsync(SSEResponse<Movie> response)
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, response)));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.True(client.IsWhole);
        return client.Body;
    }

    private static IReadOnlyList<ParsedEvent> Read(string body) => EventStreamParser.Parse(Encoding.UTF8.GetBytes(body)).Events;

    private async IAsyncEnumerable<IAsyncEnumerable<Movie>> TwiceAsync()
    {
        yield return _probe.Ready(1);
        await Task.Yield();
        yield return _probe.Ready(1);
    }
}
