using Jero;
using Jero.Generated;
using Jero.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming;

/// <summary>Streams that began at one moment do not all end at one.</summary>
public sealed class SpreadTests
{
    private const int Streams = 40;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_spread_duration_is_up_to_a_tenth_shorter_each_time_another()
    {
        var durations = Enumerable.Range(0, 1_000).Select(_ => Durations.Spread(Hour)).ToArray();
        Assert.All(durations, duration => Assert.InRange(duration, 0.9 * Hour, Hour));
        Assert.True(durations.Distinct().Count() > 900);
        Assert.Contains(durations, duration => duration < 0.92 * Hour);
        Assert.Contains(durations, duration => duration > 0.98 * Hour);
    }

    [Fact]
    public async Task The_options_duration_ends_event_streams_one_after_the_other()
    {
        var time = new FakeTimeProvider();
        await using var app = await StartAsync(time, isOwn: false);
        var clients = await OpenAsync(app);

        time.Advance(0.95 * Hour);
        await App.UntilAsync(() => Ended(app) > 0, "the first streams end");
        Assert.True(Ended(app) < Streams);
        time.Advance(0.05 * Hour);
        await App.UntilAsync(() => Ended(app) == Streams, "all have ended");
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_duration_of_the_response_itself_is_kept_to_the_moment()
    {
        var time = new FakeTimeProvider();
        await using var app = await StartAsync(time, isOwn: true);
        var clients = await OpenAsync(app);

        time.Advance(Hour - TimeSpan.FromMilliseconds(1));
        using (var late = await RawClient.SendAsync(app, "/"))
        {
            await late.UntilAsync("first");
            Assert.Equal(0, Ended(app));
        }

        time.Advance(TimeSpan.FromMilliseconds(1));
        await App.UntilAsync(() => Ended(app) == Streams, "all have ended");
        clients.ForEach(client => client.Dispose());
    }

    // A source that the clock makes late is told of in a line that names the end too.
    private static int Ended(App app) => app.Log.OfJero.Count(line => line.Message.Contains("the stream ended (MaximumDuration) after", StringComparison.Ordinal));

    private static Task<App> StartAsync(FakeTimeProvider time, bool isOwn) => App.StartAsync(
        web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(
            http,
            new SSEResponse<Movie>(new Probe().OneThenWait()) { KeepAlive = Timeout.InfiniteTimeSpan, MaxDuration = isOwn ? Hour : null })),
        services => services.AddSingleton<TimeProvider>(time).AddJero(options => options.MaxDuration = isOwn ? Timeout.InfiniteTimeSpan : Hour));

    private static async Task<List<RawClient>> OpenAsync(App app)
    {
        var clients = new List<RawClient>();
        for (var i = 0; i < Streams; i++)
        {
            clients.Add(await RawClient.SendAsync(app, "/"));
            await clients[i].UntilAsync("first");
        }

        return clients;
    }
}
