using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming;

public class StopTests
{
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);

    private readonly Probe _probe = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_keepalive_is_sent_before_item_1_and_later()
    {
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        async IAsyncEnumerable<Movie> Slow()
        {
            await first.Task;
            yield return new Movie("first");
            await second.Task;
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(
            http, new SSEResponse<Movie>(Slow()) { KeepAlive = TimeSpan.FromMilliseconds(30) })));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync(": ping\n\n");
        Assert.StartsWith(": ping\n\n", client.Body, StringComparison.Ordinal);
        first.SetResult();
        await client.UntilAsync("data: {\"title\":\"first\"}\n\n\r\n8\r\n: ping\n\n");
        second.SetResult();
        await client.UntilAsync("\r\n0\r\n\r\n");
    }

    [Fact]
    public async Task No_keepalive_is_sent_where_it_is_switched_off()
    {
        var release = new TaskCompletionSource();
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(
                http, new SSEResponse<Movie>(_probe.WaitThenOne(release.Task)) { KeepAlive = Timeout.InfiniteTimeSpan })),
            services => services.AddJero(options => options.KeepAlive = TimeSpan.FromMilliseconds(1)));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("\r\n\r\n");
        await Task.Delay(50, TestContext.Current.CancellationToken);
        release.SetResult();
        await client.UntilAsync("\r\n0\r\n\r\n");
        Assert.Equal("data: {\"title\":\"first\"}\n\n", client.Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task At_its_maximum_duration_a_stream_is_cut_short_whatever_the_source_does(bool ignoresToken)
    {
        var release = new TaskCompletionSource();
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(
                http, new NDJSONStreamingResponse<Movie>(ignoresToken ? Deaf(release.Task) : _probe.OneThenWait()) { MaxDuration = MaxDuration })),
            services => services.AddSingleton<TimeProvider>(_time));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        _time.Advance(MaxDuration);
        await client.UntilClosedAsync();
        Assert.Equal("{\"title\":\"first\"}\n", client.Body);
        Assert.False(client.IsWhole);
        release.SetResult();
        await App.UntilAsync(() => app.Log.HasEnded("MaximumDuration"), "the stream ends");
        Assert.Empty(app.Log.Errors);
    }

    [Fact]
    public async Task A_busy_source_is_cut_short_at_its_maximum_duration()
    {
        async IAsyncEnumerable<Movie> Endless()
        {
            await Task.CompletedTask;
            while (true)
            {
                yield return new Movie("again");
            }
        }

        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Endless()))),
            services => services.AddSingleton<TimeProvider>(_time).AddJero(options => options.MaxDuration = MaxDuration));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("again");
        _time.Advance(MaxDuration);
        await client.UntilClosedAsync();
        Assert.EndsWith("{\"title\":\"again\"}\n", client.Body, StringComparison.Ordinal);
        Assert.False(client.IsWhole);
    }

    [Fact]
    public async Task A_client_that_takes_nothing_is_cut_off_after_the_send_timeout()
    {
        async IAsyncEnumerable<ReadOnlyMemory<byte>> Endless()
        {
            await Task.CompletedTask;
            var chunk = new byte[64 * 1024];
            try
            {
                while (true)
                {
                    yield return chunk;
                }
            }
            finally
            {
                _probe.Note("closed");
            }
        }

        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync(http, new StreamingResponse(Endless()))),
            services => services.AddJero(options => options.SendTimeout = TimeSpan.FromMilliseconds(200)));
        using var client = await RawClient.SendAsync(app, "/");
        await App.UntilAsync(() => app.Log.HasEnded("SendTimeout"), "the stream ends");
        Assert.Equal("closed", _probe.Steps);
    }

    [Fact]
    public async Task Events_end_whole_when_the_host_begins_to_stop()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(_probe.Lifecycle(_probe.OneThenWait())))));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        var stopped = app.Web.StopAsync(TestContext.Current.CancellationToken);
        await client.UntilAsync("\r\n0\r\n\r\n");
        await stopped.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.True(app.Log.HasEnded("ServerStopping"));
        Assert.Equal("set up, open, closed, torn down, disposed", _probe.Steps);
    }

    [Fact]
    public async Task Events_end_whole_over_http_2_when_the_host_begins_to_stop()
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http =>
                ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(_probe.Lifecycle(_probe.OneThenWait())))),
            protocols: HttpProtocols.Http2);
        using var client = Clients.Http2(app);
        using var response = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("data: {\"title\":\"first\"}", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        var stopped = app.Web.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal("\n", await lines.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(App.Patience, TestContext.Current.CancellationToken));
        await stopped.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.True(app.Log.HasEnded("ServerStopping"));
        Assert.Equal("set up, open, closed, torn down, disposed", _probe.Steps);
    }

    [Fact]
    public async Task Lines_run_on_when_the_host_begins_to_stop()
    {
        var release = new TaskCompletionSource();
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Deaf(release.Task)))));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        var stopped = app.Web.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(app.Web.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        Assert.False(client.IsWhole);
        release.SetResult();
        await client.UntilAsync("\r\n0\r\n\r\n");
        await stopped.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.True(app.Log.HasEnded("Completed"));
    }

    [Fact]
    public async Task What_a_response_says_of_the_hosts_stop_wins_over_the_options()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(
            http, new NDJSONStreamingResponse<Movie>(_probe.OneThenWait()) { OnShutdown = ShutdownBehavior.Stop })));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        await app.Web.StopAsync(TestContext.Current.CancellationToken).WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.True(app.Log.HasEnded("ServerStopping"));
    }

    [Fact]
    public async Task A_source_that_ignores_its_token_does_not_hold_up_the_host_and_is_torn_down_when_it_returns()
    {
        var release = new TaskCompletionSource();
        await using var app = await App.StartAsync(
            web => web.MapGet("/", async http =>
            {
                await ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(_probe.Lifecycle(Deaf(release.Task))));
                _probe.Note("returned");
            }),
            services => services.AddJero(options => options.SourceStopTimeout = TimeSpan.FromMilliseconds(50)));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        await app.Web.StopAsync(TestContext.Current.CancellationToken).WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.Equal("set up, returned", _probe.Steps);
        release.SetResult();
        await App.UntilAsync(() => _probe.Steps == "set up, returned, torn down, disposed", "teardown by itself");
    }

    [Fact]
    public async Task A_client_that_takes_nothing_of_a_large_chunk_does_not_hold_up_the_host()
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync(
                http, new StreamingResponse(new[] { new byte[64 * 1024 * 1024] }.ToAsyncEnumerable()) { OnShutdown = ShutdownBehavior.Stop })),
            services => services
                .Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinResponseDataRate = null)
                .AddJero(options => options.SourceStopTimeout = TimeSpan.FromMilliseconds(50)));
        using var client = await RawClient.SendAsync(app, "/", receiveBuffer: 4096);
        await client.UntilAsync("\r\n\r\n");
        await app.Web.StopAsync(TestContext.Current.CancellationToken).WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.True(app.Log.HasEnded("ServerStopping") || app.Log.HasEnded("SourceFaulted"));
    }

    [Fact]
    public async Task A_client_that_takes_nothing_does_not_hold_up_the_host()
    {
        async IAsyncEnumerable<string> Endless()
        {
            await Task.CompletedTask;
            var text = new string('x', 64 * 1024);
            while (true)
            {
                _probe.Note("pulled");
                yield return text;
            }
        }

        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync(http, new SSEResponse(Endless()))),
            services => services
                .Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinResponseDataRate = null)
                .AddJero(options => options.SourceStopTimeout = TimeSpan.FromMilliseconds(50)));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("data: x");
        var seen = "";
        await App.UntilAsync(
            () =>
            {
                Thread.Sleep(50);
                return seen == (seen = _probe.Steps);
            },
            "the client's window is full");
        await app.Web.StopAsync(TestContext.Current.CancellationToken).WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.True(app.Log.HasEnded("ServerStopping"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_timeout_is_not_taken_for_a_whole_stream(bool hasBegun)
    {
        await using var app = await App.StartAsync(
            web => web.UseRouting().UseRequestTimeouts().UseEndpoints(routes => routes
                .MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(
                    hasBegun ? _probe.OneThenWait() : _probe.WaitThenOne(new TaskCompletionSource().Task))))
                .WithRequestTimeout(TimeSpan.FromSeconds(2))),
            services => services.AddRequestTimeouts());
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith(hasBegun ? "HTTP/1.1 200 " : "HTTP/1.1 504 ", client.Received, StringComparison.Ordinal);
        Assert.False(client.IsWhole);
    }

    private static async IAsyncEnumerable<Movie> Deaf(Task release)
    {
        yield return new Movie("first");
        await release;
    }
}
