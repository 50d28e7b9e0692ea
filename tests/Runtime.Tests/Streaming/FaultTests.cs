using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Runtime.Tests.Streaming;

public class FaultTests
{
    private readonly Probe _probe = new();

    [Fact]
    public async Task A_failing_teardown_is_logged_and_the_stream_ends_whole()
    {
        async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle()
        {
            await Task.Yield();
            yield return _probe.Ready(1);
            throw new InvalidDataException("teardown");
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, Lifecycle())));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.True(client.IsWhole);
        Assert.Single(app.Log.Errors, line => line.Exception is InvalidDataException);
    }

    [Fact]
    public async Task A_lifecycle_that_yields_nothing_is_a_500()
    {
        async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle()
        {
            await Task.Yield();
            yield break;
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, Lifecycle())));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.StartsWith("HTTP/1.1 500 ", client.Received, StringComparison.Ordinal);
        Assert.Contains(app.Log.OfJero, line => line.Message.Contains("yielded no stream", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lifecycle_that_yields_twice_is_cut_short_and_the_second_stream_never_runs()
    {
        async IAsyncEnumerable<IAsyncEnumerable<Movie>> Lifecycle()
        {
            await Task.Yield();
            yield return _probe.Ready(1);
            yield return _probe.Ready(1);
            _probe.Note("behind the second yield");
        }

        await using var app = await App.StartAsync(web => web.MapGet("/", http => SendAsync(http, Lifecycle())));
        using var client = await RawClient.ReadWholeAsync(app, "/");
        Assert.False(client.IsWhole);
        Assert.Equal("{\"title\":\"m0\"}\n", client.Body);
        Assert.Equal("open, closed", _probe.Steps);
        Assert.Contains(app.Log.OfJero, line => line.Message.Contains("second stream", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_item_before_a_fault_arrives_and_the_stream_is_not_whole_over_http_1()
    {
        await using var app = await App.StartAsync(web =>
        {
            web.MapGet("/ready", http => SendAsync(http, _probe.Ready(500, new InvalidDataException())));
            web.MapGet("/waiting", http => SendAsync(http, _probe.Waiting(500, new InvalidDataException())));
        });
        for (var i = 0; i < 20; i++)
        {
            using var client = await RawClient.ReadWholeAsync(app, i % 2 == 0 ? "/ready" : "/waiting");
            Assert.Equal(500, client.Body.Split('\n').Length - 1);
            Assert.False(client.IsWhole);
        }
    }

    [Fact]
    public async Task Every_item_before_a_fault_arrives_and_the_stream_is_not_whole_over_http_2()
    {
        await using var app = await App.StartAsync(
            web =>
            {
                web.MapGet("/ready", http => SendAsync(http, _probe.Ready(500, new InvalidDataException())));
                web.MapGet("/waiting", http => SendAsync(http, _probe.Waiting(500, new InvalidDataException())));
            },
            protocols: HttpProtocols.Http2);
        using var client = Clients.Http2(app);
        for (var i = 0; i < 20; i++)
        {
            using var response = await client.GetAsync(
                i % 2 == 0 ? "/ready" : "/waiting", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            var count = 0;
            var failed = await Record.ExceptionAsync(async () =>
            {
                while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is not null)
                {
                    count++;
                }
            });
            Assert.NotNull(failed);
            Assert.Equal(500, count);
        }
    }

    private static Task SendAsync(HttpContext http, IAsyncEnumerable<Movie> source) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(source));

    private static Task SendAsync(HttpContext http, IAsyncEnumerable<IAsyncEnumerable<Movie>> lifecycle) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(lifecycle));
}
