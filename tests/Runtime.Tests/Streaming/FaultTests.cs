using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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

    private static Task SendAsync(HttpContext http, IAsyncEnumerable<Movie> source) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(source));

    private static Task SendAsync(HttpContext http, IAsyncEnumerable<IAsyncEnumerable<Movie>> lifecycle) =>
        ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(lifecycle));
}
