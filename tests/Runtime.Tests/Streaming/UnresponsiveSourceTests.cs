using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming;

public class UnresponsiveSourceTests
{
    [Theory]
    [InlineData("client_gone")]
    [InlineData("maximum_duration")]
    public async Task A_source_that_does_not_come_back_is_a_warning_and_a_count_of_its_own(string reason)
    {
        var release = new TaskCompletionSource();
        var time = new FakeTimeProvider();
        await using var app = await App.StartAsync(
            web => web.MapGet("/deaf", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Deaf(release.Task)))),
            services => services.AddSingleton<TimeProvider>(time).AddJero(options => options.MaxDuration = TimeSpan.FromHours(1)));
        using var meters = new StreamMeters(app);
        using var client = await RawClient.SendAsync(app, "/deaf");
        await client.UntilAsync("first");
        if (reason == "client_gone")
        {
            client.Reset();
        }
        else
        {
            time.Advance(TimeSpan.FromHours(1));
        }

        await App.UntilAsync(
            () =>
            {
                // Only once the stream has stopped does the wait begin: the clock goes on until that is over.
                time.Advance(TimeSpan.FromSeconds(1));
                return meters.Unresponsive.GetMeasurementSnapshot().Count > 0;
            },
            "the source is counted");
        var counted = Assert.Single(meters.Unresponsive.GetMeasurementSnapshot());
        Assert.Equal(1, counted.Value);
        Assert.Equal($"http.route=/deaf jero.stop_reason={reason} jero.wrapper=ndjson", StreamMeters.TagsOf(counted));
        Assert.Equal(LogLevel.Warning, Assert.Single(app.Log.OfJero).Level);
        Assert.Equal(1, meters.OpenStreams);

        release.SetResult();
        await App.UntilAsync(() => meters.HaveClosedOne(withItem1: true), "the stream closes");
        Assert.Equal(0, meters.OpenStreams);
        Assert.Single(meters.Unresponsive.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task A_source_that_comes_back_late_by_itself_is_not_counted()
    {
        var release = new TaskCompletionSource();
        var time = new FakeTimeProvider();
        await using var app = await App.StartAsync(
            web => web.MapGet("/deaf", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Deaf(release.Task)))),
            services => services.AddSingleton<TimeProvider>(time));
        using var meters = new StreamMeters(app);
        using var client = await RawClient.SendAsync(app, "/deaf");
        await client.UntilAsync("first");
        time.Advance(TimeSpan.FromHours(1));
        release.SetResult();
        await client.UntilAsync("\r\n0\r\n\r\n");
        Assert.Empty(meters.Unresponsive.GetMeasurementSnapshot());
        Assert.DoesNotContain(app.Log.OfJero, line => line.Level > LogLevel.Debug);
    }

    private static async IAsyncEnumerable<Movie> Deaf(Task release)
    {
        yield return new Movie("first");
        await release;
    }
}
