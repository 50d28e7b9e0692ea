using System.Diagnostics;
using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming.Traces;

/// <summary>The activities of a stream and of its request. Alone, since a listener hears the whole process.</summary>
[Collection(nameof(CostTests))]
public sealed class TraceTests : IDisposable
{
    private static readonly ActivitySource Queries = new("Runtime.Tests.Queries");

    private static readonly string[] Attributes =
    [
        "error.type", "http.request.method", "http.response.status_code", "jero.stop_reason", "jero.stream.bytes", "jero.stream.gaps",
        "jero.stream.items", "jero.stream.stalls", "jero.wrapper",
    ];

    private readonly Probe _probe = new();
    private readonly Spans _spans = Spans.OfStreamsAndRequests();

    [Fact]
    public async Task A_request_ends_where_its_response_begins_and_the_stream_has_a_trace_of_its_own()
    {
        var goOn = new TaskCompletionSource();
        await using var app = await StartAsync("/traced/own", () => new NDJSONStreamingResponse<Movie>(OneThenAfter(goOn.Task)));
        using var client = await RawClient.SendAsync(app, "/traced/own", headers: "Connection: close\r\n");
        await client.UntilAsync("first");
        var seen = DateTime.UtcNow;

        goOn.SetResult();
        await client.UntilClosedAsync();

        var stream = await _spans.StreamAsync("/traced/own");
        var request = await _spans.RequestOfAsync(stream);
        Assert.Equal("Microsoft.AspNetCore.Hosting.HttpRequestIn", request.OperationName);
        Assert.True(request.StartTimeUtc + request.Duration <= seen);
        Assert.True(stream.StartTimeUtc + stream.Duration >= seen);
        Assert.NotEqual(request.TraceId, stream.TraceId);
        Assert.Null(stream.ParentId);
        Assert.Equal(ActivityKind.Internal, stream.Kind);
    }

    [Fact]
    public async Task A_stream_that_comes_to_its_end_says_what_it_was()
    {
        await using var app = await StartAsync("/traced/{id}/whole", () => new SSEResponse<Movie>(_probe.Waiting(3)));
        using var client = await RawClient.ReadWholeAsync(app, "/traced/7/whole");

        var stream = await _spans.StreamAsync("/traced/{id}/whole");

        Assert.Equal("first_item, end", Spans.EventsOf(stream));
        Assert.Equal(
            "error.type=, http.request.method=GET, http.response.status_code=200, jero.stop_reason=completed, jero.stream.bytes="
            + $"{client.Body.Length}, jero.stream.gaps=0, jero.stream.items=3, jero.stream.stalls=0, jero.wrapper=sse",
            string.Join(", ", Attributes.Select(name => $"{name}={stream.GetTagItem(name)}")));
        Assert.Equal("completed", stream.Events.Last().Tags.Single(tag => tag.Key == "jero.stop_reason").Value);
        Assert.Equal(ActivityStatusCode.Unset, stream.Status);
    }

    [Fact]
    public async Task A_client_that_leaves_is_no_error()
    {
        await using var app = await StartAsync("/traced/left", () => new SSEResponse<Movie>(_probe.OneThenWait()));
        using (var client = await RawClient.SendAsync(app, "/traced/left"))
        {
            await client.UntilAsync("first");
        }

        var stream = await _spans.StreamAsync("/traced/left");
        Assert.Equal("client_gone", stream.GetTagItem("jero.stop_reason"));
        Assert.Equal(ActivityStatusCode.Unset, stream.Status);
        Assert.NotEqual(ActivityStatusCode.Error, (await _spans.RequestOfAsync(stream)).Status);
    }

    [Fact]
    public async Task A_source_that_throws_is_an_error_with_its_exception()
    {
        await using var app = await StartAsync(
            "/traced/faulted", () => new NDJSONStreamingResponse<Movie>(_probe.Waiting(1, new TimeZoneNotFoundException("broken"))));
        using var client = await RawClient.ReadWholeAsync(app, "/traced/faulted");

        var stream = await _spans.StreamAsync("/traced/faulted");

        Assert.Equal("source_faulted", stream.GetTagItem("jero.stop_reason"));
        Assert.Equal((ActivityStatusCode.Error, "broken"), (stream.Status, stream.StatusDescription));
        Assert.Equal(typeof(TimeZoneNotFoundException).FullName, stream.GetTagItem("error.type"));
        Assert.Equal("first_item, exception, end", Spans.EventsOf(stream));
    }

    [Fact]
    public async Task A_request_whose_stream_fails_before_it_begins_lasts_until_it_is_answered()
    {
        var ready = new TaskCompletionSource();
        await using var app = await StartAsync("/traced/refused", () => new NDJSONStreamingResponse<Movie>(ThrowAfter(ready.Task)));
        using var client = await RawClient.SendAsync(app, "/traced/refused", headers: "Connection: close\r\n");
        await App.UntilAsync(() => _probe.Steps == "open", "the source is asked");
        var asked = DateTime.UtcNow;
        ready.SetResult();
        await client.UntilClosedAsync();

        var stream = await _spans.StreamAsync("/traced/refused");
        var request = await _spans.RequestOfAsync(stream);

        Assert.StartsWith("HTTP/1.1 500 ", client.Received, StringComparison.Ordinal);
        Assert.True(request.StartTimeUtc + request.Duration >= asked);
        Assert.Null(stream.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task What_a_source_does_is_part_of_its_stream_and_middleware_keeps_its_own()
    {
        using var queries = new Spans(Queries.Name);
        string? behind = null;
        await using var app = await App.StartAsync(
            web =>
            {
                web.Use(async (http, next) =>
                {
                    await next(http);
                    behind = Activity.Current?.OperationName;
                });
                web.MapGet("/traced/queries", () => new NDJSONStreamingResponse<Movie>(Querying()));
            },
            Json);
        using var client = await RawClient.ReadWholeAsync(app, "/traced/queries");

        var stream = await _spans.StreamAsync("/traced/queries");
        var query = await queries.EndedAsync(static _ => true);
        await _spans.RequestOfAsync(stream);

        Assert.Equal(stream.SpanId, query.ParentSpanId);
        Assert.Equal("Microsoft.AspNetCore.Hosting.HttpRequestIn", behind);
    }

    [Fact]
    public async Task Where_nobody_listens_to_streams_a_request_lasts_as_long_as_its_stream()
    {
        _spans.Dispose();
        using var requests = new Spans("Microsoft.AspNetCore");
        var goOn = new TaskCompletionSource();
        await using var app = await StartAsync("/traced/not", () => new NDJSONStreamingResponse<Movie>(OneThenAfter(goOn.Task)));
        using var client = await RawClient.SendAsync(app, "/traced/not", headers: "Connection: close\r\n");
        await client.UntilAsync("first");
        var seen = DateTime.UtcNow;
        goOn.SetResult();
        await client.UntilClosedAsync();

        var request = await requests.EndedAsync(static activity => activity.OperationName == "Microsoft.AspNetCore.Hosting.HttpRequestIn");

        Assert.True(request.StartTimeUtc + request.Duration >= seen);
        Assert.False(requests.HasAny(static activity => activity.OperationName == "jero.stream"));
    }

    [Fact]
    public async Task A_listener_that_throws_costs_the_stream_nothing()
    {
        using var starting = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Jero",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = static _ => throw new InvalidOperationException("stopped"),
        };
        ActivitySource.AddActivityListener(starting);
        await using var app = await StartAsync("/traced/throwing", () => new SSEResponse<Movie>(_probe.Waiting(3)));
        using (var client = await RawClient.ReadWholeAsync(app, "/traced/throwing"))
        {
            Assert.True(client.IsWhole, client.Received);
        }

        using var sampling = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Jero",
            Sample = static (ref _) => throw new InvalidOperationException("sampled"),
        };
        ActivitySource.AddActivityListener(sampling);
        using var other = await RawClient.ReadWholeAsync(app, "/traced/throwing");
        Assert.True(other.IsWhole, other.Received);
        await App.UntilAsync(
            () => app.Log.OfJero.Count(line => line.Message.Contains("(Completed)", StringComparison.Ordinal)) == 2, "both end");
    }

    public void Dispose() => _spans.Dispose();

    private static Task<App> StartAsync(string route, Delegate handler) => App.StartAsync(web => web.MapGet(route, handler), Json);

    private static void Json(IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default));

    private static async IAsyncEnumerable<Movie> OneThenAfter(
        Task goOn, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new Movie("first");
        await goOn.WaitAsync(cancellationToken);
    }

    private async IAsyncEnumerable<Movie> ThrowAfter(Task ready, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _probe.Note("open");
        await ready.WaitAsync(cancellationToken);
        yield return new Movie(await Task.FromException<string>(new TimeZoneNotFoundException("broken")));
    }

    private static async IAsyncEnumerable<Movie> Querying()
    {
        using (Queries.StartActivity("query"))
        {
            await Task.Yield();
        }

        yield return new Movie("first");
    }
}
