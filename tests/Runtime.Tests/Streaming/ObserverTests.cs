using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Runtime.Tests.Streaming;

/// <summary>What an <see cref="IStreamObserver"/> is told.</summary>
public class ObserverTests
{
    [Fact]
    public async Task An_observer_follows_a_stream_from_its_opening_to_its_end()
    {
        var observer = new Observer();
        await using var app = await StartAsync(observer, http => SendAsync(http, new NDJSONStreamingResponse<Movie>(new Probe().Waiting(2))));

        using var client = await RawClient.ReadWholeAsync(app, "/movies/7");
        await App.UntilAsync(() => observer.Calls.Contains("ended Completed"), "the stream has ended");

        Assert.Equal(["opened", "began"], observer.Calls.Where(call => call is "opened" or "began"));
        Assert.Equal(["wait Teardown", "released", "ended Completed"], observer.Calls.TakeLast(3));
        Assert.Equal(2, observer.Items);
        Assert.Equal(client.Body.Length, observer.Bytes);
        var stream = Assert.Single(observer.Streams);
        Assert.Equal(("/movies/{id}", "GET"), (stream.Route, stream.Method));
        Assert.Contains(nameof(Probe.Waiting), stream.SourceType.Name, StringComparison.Ordinal);
        Assert.NotEmpty(stream.TraceIdentifier);
        Assert.True(stream.Id > 0);
    }

    [Fact]
    public async Task The_wait_for_a_source_is_said_and_ends_with_the_client()
    {
        var observer = new Observer();
        await using var app = await StartAsync(observer, http => SendAsync(http, new NDJSONStreamingResponse<Movie>(new Probe().OneThenWait())));
        using var client = await RawClient.SendAsync(app, "/movies/7");
        await client.UntilAsync("first");
        await App.UntilAsync(() => observer.Calls is [.., "wait Source"], "the stream waits for its source");

        client.Reset();

        await App.UntilAsync(() => observer.Calls.Contains("ended ClientGone"), "the stream has ended");
        Assert.Equal("released", observer.Calls[^2]);
    }

    [Fact]
    public async Task The_wait_for_a_client_that_does_not_read_is_said()
    {
        var observer = new Observer();
        await using var app = await StartAsync(observer, http => SendAsync(http, new NDJSONStreamingResponse<Movie>(Endless())));

        using var client = await RawClient.SendAsync(app, "/movies/7", receiveBuffer: 4096);

        await App.UntilAsync(() => observer.Calls is [.., "wait Client"], "the flush waits");
    }

    [Fact]
    public async Task What_a_source_threw_is_told_with_the_end()
    {
        var observer = new Observer();
        await using var app = await StartAsync(
            observer, http => SendAsync(http, new NDJSONStreamingResponse<Movie>(new Probe().Waiting(1, new TimeZoneNotFoundException("broken")))));

        using var client = await RawClient.ReadWholeAsync(app, "/movies/7");

        await App.UntilAsync(() => observer.Calls.Contains("ended SourceFaulted"), "the stream has ended");
        Assert.IsType<TimeZoneNotFoundException>(observer.Fault);
    }

    [Fact]
    public async Task The_source_is_the_lifecycle_and_then_what_it_yields()
    {
        var observer = new Observer();
        var probe = new Probe();
        await using var app = await StartAsync(
            observer, http => SendAsync(http, new NDJSONStreamingResponse<Movie>(probe.Lifecycle(probe.Waiting(1)))));

        using var client = await RawClient.ReadWholeAsync(app, "/movies/7");

        await App.UntilAsync(() => observer.Calls.Contains("ended Completed"), "the stream has ended");
        Assert.Contains(nameof(Probe.Lifecycle), observer.FirstSource!.Name, StringComparison.Ordinal);
        Assert.Contains(nameof(Probe.Waiting), observer.Streams.Single().SourceType.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_source_of_bytes_is_the_stream_that_is_read()
    {
        var observer = new Observer();
        await using var app = await StartAsync(
            observer, http => ResponseSender.SendAsync(http, new StreamingResponse(new MemoryStream([1, 2, 3]))));

        using var client = await RawClient.ReadWholeAsync(app, "/movies/7");

        await App.UntilAsync(() => observer.Calls.Contains("ended Completed"), "the stream has ended");
        Assert.Equal(typeof(MemoryStream), observer.Streams.Single().SourceType);
    }

    [Fact]
    public async Task A_request_of_HEAD_opens_no_stream()
    {
        var observer = new Observer();
        await using var app = await StartAsync(observer, http => SendAsync(http, new NDJSONStreamingResponse<Movie>(new Probe().Waiting(2))));

        using var head = await RawClient.ReadWholeAsync(app, "/movies/7", "HEAD");

        Assert.Empty(observer.Calls);
    }

    [Fact]
    public async Task A_source_that_the_host_does_not_wait_for_is_released_after_the_end()
    {
        using var release = new ManualResetEventSlim();
        var probe = new Probe();
        var observer = new Observer();
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => SendAsync(http, new NDJSONStreamingResponse<Movie>(Blocking(probe, release)))),
            services => services.AddSingleton<IStreamObserver>(observer).AddJero(jero =>
            {
                jero.SourceStopTimeout = TimeSpan.FromMilliseconds(50);
                jero.StreamsOnShutdown = ShutdownBehavior.Stop;
            }));
        using var client = await RawClient.SendAsync(app, "/");
        await App.UntilAsync(() => probe.Steps == "blocks", "the source blocks");

        await app.Web.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("ended ServerStopping", observer.Calls[^1]);
        Assert.DoesNotContain("released", observer.Calls);
        release.Set();
        await App.UntilAsync(() => observer.Calls[^1] == "released", "the source is disposed");
    }

    [Fact]
    public async Task An_observer_that_throws_costs_the_stream_nothing_and_is_logged_once()
    {
        var observer = new Observer();
        await using var app = await StartAsync(
            observer, http => SendAsync(http, new NDJSONStreamingResponse<Movie>(new Probe().Waiting(2))), new Throwing(), new Nothing());

        for (var request = 0; request < 2; request++)
        {
            using var client = await RawClient.ReadWholeAsync(app, "/movies/7");
            Assert.True(client.IsWhole, client.Received);
        }

        await App.UntilAsync(() => observer.Calls.Count(call => call == "ended Completed") == 2, "the streams have ended");
        var line = Assert.Single(app.Log.OfJero, line => line.Level == LogLevel.Error);
        Assert.Contains(nameof(Throwing), line.Message, StringComparison.Ordinal);
        Assert.Contains("/movies/{id}", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_observer_that_follows_a_stream_by_another_object_is_told_nothing_more_of_it()
    {
        var following = new Following();
        await using var app = await StartAsync(
            new Observer(), http => SendAsync(http, new NDJSONStreamingResponse<Movie>(new Probe().Waiting(2))), following);

        for (var request = 1; request <= 2; request++)
        {
            using var client = await RawClient.ReadWholeAsync(app, "/movies/7");
            await App.UntilAsync(() => following.Followers.Count(follower => follower.Calls.Contains("ended Completed")) == request, "the stream has ended");
        }

        Assert.Empty(following.Calls);
        Assert.All(following.Followers, follower =>
        {
            Assert.Equal(2, follower.Items);
            Assert.Equal("opened", follower.Calls[0]);
            Assert.Equal("ended Completed", follower.Calls[^1]);
            Assert.Single(follower.Streams);
        });
    }

    [Fact]
    public async Task An_observer_that_does_not_follow_a_stream_is_not_told_of_it()
    {
        var picky = new Following { IsPicky = true };
        var observer = new Observer();
        await using var app = await StartAsync(
            observer, http => SendAsync(http, new NDJSONStreamingResponse<Movie>(new Probe().Waiting(2))), picky);

        using var client = await RawClient.ReadWholeAsync(app, "/movies/7");

        await App.UntilAsync(() => observer.Calls.Contains("ended Completed"), "the other observer has followed it");
        Assert.Empty(picky.Calls);
        Assert.Empty(picky.Followers);
    }

    [Fact]
    public async Task A_follower_that_throws_is_logged_once_for_its_observer()
    {
        await using var app = await StartAsync(
            new Observer(), http => SendAsync(http, new NDJSONStreamingResponse<Movie>(new Probe().Waiting(2))), new FollowingBadly());

        for (var request = 0; request < 2; request++)
        {
            using var client = await RawClient.ReadWholeAsync(app, "/movies/7");
            Assert.True(client.IsWhole, client.Received);
        }

        var line = Assert.Single(app.Log.OfJero, line => line.Level == LogLevel.Error);
        Assert.Contains(nameof(FollowingBadly), line.Message, StringComparison.Ordinal);
    }

    private static Task SendAsync(HttpContext http, NDJSONStreamingResponse<Movie> response) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, response);

    private static Task<App> StartAsync(Observer observer, RequestDelegate handler, params IStreamObserver[] others) => App.StartAsync(
        web => web.MapMethods("/movies/{id}", ["GET", "HEAD"], handler),
        services =>
        {
            foreach (var each in others.Append(observer))
            {
                services.AddSingleton(each);
            }
        });

    private static async IAsyncEnumerable<Movie> Endless([EnumeratorCancellation] CancellationToken token = default)
    {
        while (!token.IsCancellationRequested)
        {
            await Task.Yield();
            yield return new Movie(new string('m', 10_000));
        }
    }

    private static async IAsyncEnumerable<Movie> Blocking(Probe probe, ManualResetEventSlim release)
    {
        await Task.CompletedTask;
        probe.Note("blocks");
        release.Wait(CancellationToken.None);
        yield break;
    }

    private sealed class Observer : IStreamObserver
    {
        private readonly ConcurrentQueue<string> _calls = new();

        public IReadOnlyList<string> Calls => [.. _calls];

        public ConcurrentBag<StreamInfo> Streams { get; } = [];

        public Type? FirstSource { get; private set; }

        public long Items { get; private set; }

        public long Bytes { get; private set; }

        public Exception? Fault { get; private set; }

        public void Opened(StreamInfo stream, HttpContext http)
        {
            Assert.Equal(http.TraceIdentifier, stream.TraceIdentifier);
            FirstSource = stream.SourceType;
            Streams.Add(stream);
            _calls.Enqueue("opened");
        }

        public void Began(StreamInfo stream) => _calls.Enqueue("began");

        public void Waiting(StreamInfo stream, StreamWait wait) => _calls.Enqueue($"wait {wait}");

        public void Flushed(StreamInfo stream, long items, long bytes)
        {
            Items += items;
            Bytes += bytes;
            _calls.Enqueue("flushed");
        }

        public void Released(StreamInfo stream) => _calls.Enqueue("released");

        public void Ended(StreamInfo stream, StopReason reason, Exception? fault)
        {
            Fault = fault;
            _calls.Enqueue($"ended {reason}");
        }
    }

    private sealed class Following : IStreamObserver
    {
        private readonly Observer _own = new();

        public bool IsPicky { get; init; }

        public ConcurrentQueue<Observer> Followers { get; } = [];

        public IReadOnlyList<string> Calls => _own.Calls;

        public IStreamObserver? Follow(StreamInfo stream, HttpContext http)
        {
            if (IsPicky)
            {
                return null;
            }

            var follower = new Observer();
            Followers.Enqueue(follower);
            return follower;
        }

        public void Opened(StreamInfo stream, HttpContext http) => _own.Opened(stream, http);

        public void Flushed(StreamInfo stream, long items, long bytes) => _own.Flushed(stream, items, bytes);

        public void Ended(StreamInfo stream, StopReason reason, Exception? fault) => _own.Ended(stream, reason, fault);
    }

    private sealed class FollowingBadly : IStreamObserver
    {
        public IStreamObserver Follow(StreamInfo stream, HttpContext http) => new Throwing();
    }

    /// <summary>What has not been overridden does nothing.</summary>
    private sealed class Nothing : IStreamObserver;

    private sealed class Throwing : IStreamObserver
    {
        public void Opened(StreamInfo stream, HttpContext http) => throw new InvalidOperationException("opened");

        public void Flushed(StreamInfo stream, long items, long bytes) => throw new InvalidOperationException("flushed");

        public void Ended(StreamInfo stream, StopReason reason, Exception? fault) => throw new InvalidOperationException("ended");
    }
}
