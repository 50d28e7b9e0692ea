using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming;

/// <summary>What <see cref="StreamInfo.Stop"/> does to a stream.</summary>
public class StoppedByHandTests
{
    private readonly Probe _probe = new();
    private readonly Keeping _streams = new();

    [Fact]
    public async Task An_event_stream_ends_whole_and_its_source_is_told()
    {
        await using var app = await StartAsync(() => new SSEResponse<Movie>(_probe.OneThenWait()));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        var stream = Assert.Single(_streams.All);

        Assert.True(stream.Stop());

        await client.UntilAsync("\r\n0\r\n\r\n");
        await App.UntilAsync(() => app.Log.HasEnded("Stopped"), "the stream ends");
        Assert.Equal("open, closed", _probe.Steps);
        Assert.Equal([StopReason.Stopped], _streams.Reasons);
    }

    [Fact]
    public async Task A_stream_of_lines_is_cut_short()
    {
        await using var app = await StartAsync(() => new NDJSONStreamingResponse<Movie>(_probe.OneThenWait()));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");

        Assert.True(_streams.All.Single().Stop());

        await client.UntilClosedAsync();
        Assert.False(client.IsWhole);
        await App.UntilAsync(() => _streams.Reasons is [StopReason.Stopped], "the stream has ended");
    }

    [Fact]
    public async Task Before_the_response_has_begun_the_answer_is_503()
    {
        var never = new TaskCompletionSource();
        await using var app = await StartAsync(() => new NDJSONStreamingResponse<Movie>(_probe.WaitThenOne(never.Task)));
        using var client = await RawClient.SendAsync(app, "/", headers: "Connection: close\r\n");
        await App.UntilAsync(() => _probe.Steps == "open", "the source is asked");

        Assert.True(_streams.All.Single().Stop());

        await client.UntilClosedAsync();
        Assert.StartsWith("HTTP/1.1 503 ", client.Received, StringComparison.Ordinal);
        Assert.Contains("Retry-After: ", client.Received, StringComparison.Ordinal);
        Assert.Contains("The stream was stopped.", client.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_words_are_sent()
    {
        await using var app = await StartAsync((StreamStopping stopping) => new SSEResponse(WaitAndSayAsync(stopping)));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");

        Assert.True(_streams.All.Single().Stop());

        await client.UntilAsync("\r\n0\r\n\r\n");
        Assert.Equal("data: first\n\ndata: Stopped\n\n", client.Body);
    }

    [Fact]
    public async Task One_call_of_many_at_once_ends_the_stream()
    {
        await using var app = await StartAsync(() => new SSEResponse<Movie>(_probe.OneThenWait()));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        var stream = _streams.All.Single();

        var answers = new ConcurrentBag<bool>();
        Parallel.For(0, 100, _ => answers.Add(stream.Stop()));

        Assert.Equal(1, answers.Count(answer => answer));
        await App.UntilAsync(() => _streams.Reasons is [StopReason.Stopped], "the stream has ended");
    }

    [Fact]
    public async Task A_stream_that_has_ended_is_not_stopped_and_has_no_backlog()
    {
        await using var app = await StartAsync(() => new SSEResponse<Movie>(_probe.Ready(2)));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        await App.UntilAsync(() => _streams.Reasons is [StopReason.Completed], "the stream has ended");

        Assert.False(_streams.All.Single().Stop());
        Assert.Null(_streams.All.Single().Backlog);
    }

    private Task<App> StartAsync(Delegate handler) => App.StartAsync(
        web => web.MapGet("/", handler),
        services => services
            .AddSingleton<IStreamObserver>(_streams)
            .ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default)));

    private static async IAsyncEnumerable<string> WaitAndSayAsync(
        StreamStopping stopping, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return "first";
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        yield return stopping.Reason.ToString();
    }

    /// <summary>Keeps every stream, as a page for operators does.</summary>
    private sealed class Keeping : IStreamObserver
    {
        private readonly ConcurrentQueue<StreamInfo> _streams = new();
        private readonly ConcurrentQueue<StopReason> _reasons = new();

        public IReadOnlyList<StreamInfo> All => [.. _streams];

        public IReadOnlyList<StopReason> Reasons => [.. _reasons];

        public void Opened(StreamInfo stream, HttpContext http) => _streams.Enqueue(stream);

        public void Ended(StreamInfo stream, StopReason reason, Exception? fault) => _reasons.Enqueue(reason);
    }
}
