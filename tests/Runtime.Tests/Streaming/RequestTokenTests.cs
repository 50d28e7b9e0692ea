using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Runtime.Tests.Streaming;

/// <summary>A source that waits for the request's own token, and so hears of a disconnect before Jero does.</summary>
public sealed class RequestTokenTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_disconnect_that_the_source_hears_of_first_is_no_fault(bool isSynchronous)
    {
        var probe = new Probe();
        await using var app = await App.StartAsync(web => web.MapGet("/", (HttpContext http) => ResponseSender.SendAsync<Movie, MovieWriter>(
            http, new NDJSONStreamingResponse<Movie>(Source(probe, isSynchronous, http)))));

        using (var client = await RawClient.SendAsync(app, "/"))
        {
            await client.UntilAsync("first");
            client.Reset();
        }

        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream has ended");
        Assert.Equal("closed", probe.Steps);
        Assert.Empty(app.Log.Errors);
    }

    private static async IAsyncEnumerable<Movie> Source(Probe probe, bool isSynchronous, HttpContext http)
    {
        try
        {
            yield return new Movie("first");
            var waiting = new TaskCompletionSource(isSynchronous ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = http.RequestAborted.Register(() => waiting.TrySetCanceled());
            await waiting.Task;
        }
        finally
        {
            probe.Note("closed");
        }
    }
}
