using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Runtime.Tests.Streaming;

public class EndTests
{
    private const string WholeTeardown = "set up, open, closed, torn down, disposed";
    private readonly Probe _probe = new();

    public enum Leaving
    {
        Fin,
        Rst,
    }

    [Fact]
    public async Task Teardown_runs_once_and_in_order_on_completion()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, _probe.Lifecycle(_probe.Ready(2)))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.True(client.IsWhole);
        Assert.Equal(WholeTeardown, _probe.Steps);
        Assert.True(app.Log.HasEnded("Completed"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Teardown_runs_once_and_in_order_on_a_fault(int count)
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            SendAsync(http, _probe.Lifecycle(_probe.Ready(count, new InvalidDataException())))));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.False(client.IsWhole);
        Assert.Equal(WholeTeardown, _probe.Steps);
        Assert.True(app.Log.HasEnded("SourceFaulted"));
    }

    [Theory]
    [InlineData(Leaving.Fin)]
    [InlineData(Leaving.Rst)]
    public async Task Teardown_runs_once_and_in_order_when_the_client_leaves(Leaving how)
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, _probe.Lifecycle(_probe.OneThenWait()))));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        Leave(client, how);
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        Assert.Equal(WholeTeardown, _probe.Steps);
        Assert.True(_probe.Token.IsCancellationRequested);
        Assert.DoesNotContain(app.Log.OfJero, line => line.Exception is not null);
        Assert.Single(app.Log.OfJero);
        Assert.Empty(app.Log.Errors);
    }

    [Theory]
    [InlineData("ndjson")]
    [InlineData("lifecycle")]
    [InlineData("sse")]
    public async Task The_source_gets_a_token_that_fires_when_the_client_leaves(string form)
    {
        // The method is called without a token: only the enumerator can have handed one over.
        await using var app = await App.StartAsync(web => web.MapGet("/", http => form switch
        {
            "ndjson" => SendAsync(http, _probe.OneThenWait()),
            "lifecycle" => SendAsync(http, _probe.Lifecycle(_probe.OneThenWait())),
            _ => ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(_probe.OneThenWait())),
        }));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        Assert.True(_probe.Token.CanBeCanceled);
        client.Reset();
        await App.UntilAsync(() => _probe.Token.IsCancellationRequested, "the token fires");
        await App.UntilAsync(() => _probe.Steps.EndsWith("closed", StringComparison.Ordinal) || form == "lifecycle", "the source closes");
    }

    [Fact]
    public async Task A_lifecycles_set_up_sees_the_client_leave()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            finally
            {
                ended.SetResult();
            }

            yield return _probe.Ready(1);
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, Lifecycle())));
        using var client = await RawClient.SendAsync(app, "/");
        await started.Task.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        client.Reset();
        await ended.Task.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        Assert.Empty(app.Log.Errors);
        Assert.Equal("", _probe.Steps);
    }

    [Fact]
    public async Task A_busy_source_is_stopped_when_the_client_leaves()
    {
        var closed = new TaskCompletionSource();
        async IAsyncEnumerable<Movie> Endless()
        {
            await Task.CompletedTask;
            try
            {
                while (true)
                {
                    yield return new Movie("again");
                }
            }
            finally
            {
                closed.SetResult();
            }
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, Endless())));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("again");
        client.Reset();
        await closed.Task.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_source_that_ignores_its_token_is_waited_for_and_reported()
    {
        var release = new TaskCompletionSource();
        await using var app = await App.StartAsync(
            web => web.MapGet("/", async http =>
            {
                try
                {
                    await SendAsync(http, _probe.Lifecycle(Deaf(release.Task)));
                }
                finally
                {
                    _probe.Note("returned");
                }
            }),
            services => services.AddJero(options => options.SourceStopTimeout = TimeSpan.FromMilliseconds(50)));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        client.Reset();
        await App.UntilAsync(() => app.Log.OfJero.Any(line => line.Message.Contains("has not returned", StringComparison.Ordinal)), "a warning");
        Assert.Equal("set up", _probe.Steps);
        release.SetResult();
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        await App.UntilAsync(() => _probe.Steps == "set up, torn down, disposed, returned", "teardown, then return");
    }

    [Fact]
    public async Task What_a_source_throws_after_the_client_left_is_no_fault()
    {
        async IAsyncEnumerable<Movie> Throwing([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
        {
            yield return new Movie("first");
            var gone = new TaskCompletionSource();
            await using var registration = token.Register(gone.SetResult);
            await gone.Task;
            throw new InvalidDataException("the connection to the store broke");
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, Throwing())));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        client.Reset();
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        var told = Assert.Single(app.Log.OfJero, line => line.Exception is InvalidDataException);
        Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Debug, told.Level);
    }

    [Fact]
    public async Task A_reset_http_2_stream_tears_down()
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => SendAsync(http, _probe.Lifecycle(_probe.OneThenWait()))), protocols: HttpProtocols.Http2);
        using var client = Clients.Http2(app);
        using (var response = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            Assert.Contains("first", await lines.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        Assert.Equal(WholeTeardown, _probe.Steps);
    }

    [Fact]
    public async Task A_source_whose_client_left_before_the_start_is_neither_enumerated_nor_disposed()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", async http =>
        {
            _probe.Note("called");
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            await SendAsync(http, _probe.Unused());
        }));
        using var client = await RawClient.SendAsync(app, "/");
        await App.UntilAsync(() => _probe.Steps == "called", "the handler runs");
        client.Reset();
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        Assert.Equal("called", _probe.Steps);
        Assert.Empty(app.Log.Errors);
    }

    [Fact]
    public async Task A_set_up_that_comes_back_after_the_client_left_is_torn_down_and_its_stream_left_alone()
    {
        var release = new TaskCompletionSource();
        async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle()
        {
            _probe.Note("set up");
            await release.Task;
            yield return _probe.Unused();
            _probe.Note("torn down");
        }

        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => SendAsync(http, Lifecycle())),
            services => services.AddJero(options => options.SourceStopTimeout = TimeSpan.FromMilliseconds(20)));
        using var client = await RawClient.SendAsync(app, "/");
        await App.UntilAsync(() => _probe.Steps == "set up", "the set-up runs");
        client.Reset();
        await App.UntilAsync(() => app.Log.OfJero.Any(line => line.Message.Contains("has not returned", StringComparison.Ordinal)), "a warning");
        release.SetResult();
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        Assert.Equal("set up, torn down", _probe.Steps);
    }

    private static async IAsyncEnumerable<Movie> Deaf(Task release)
    {
        yield return new Movie("first");
        await release;
    }

    private static Task SendAsync(HttpContext http, IAsyncEnumerable<Movie> source) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(source));

    private static Task SendAsync(HttpContext http, IAsyncEnumerable<IAsyncEnumerable<Movie>> lifecycle) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(lifecycle));

    private static void Leave(RawClient client, Leaving how)
    {
        if (how == Leaving.Fin)
        {
            client.Finish();
        }
        else
        {
            client.Reset();
        }
    }
}
