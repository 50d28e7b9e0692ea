using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming.Traces;

/// <summary>Long waits, in the trace and in the metrics, by a clock that the test moves.</summary>
[Collection(nameof(CostTests))]
public sealed class WaitTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Waits _waits = new();
    private readonly Spans _spans = Spans.OfStreamsAndRequests();
    private readonly Channel<Movie> _source = Channel.CreateUnbounded<Movie>();

    [Theory]
    [InlineData(10, "first_item, gap, end")]
    [InlineData(9, "first_item, end")]
    public async Task A_wait_for_the_source_is_a_gap_from_the_threshold_on(int seconds, string events)
    {
        var route = $"/gaps/{seconds}";
        await using var app = await StartAsync(route);
        using var client = await RawClient.SendAsync(app, route, headers: "Connection: close\r\n");
        await WaitAsync(TimeSpan.Zero);
        await WaitAsync(TimeSpan.FromSeconds(seconds));
        _source.Writer.Complete();
        await client.UntilClosedAsync();

        var stream = await _spans.StreamAsync(route);

        Assert.Equal(events, Spans.EventsOf(stream));
        Assert.All(
            stream.Events.Where(static each => each.Name == "gap"),
            each => Assert.Equal((double)seconds, each.Tags.Single(static tag => tag.Key == "jero.wait.duration").Value));
    }

    [Fact]
    public async Task A_gap_goes_on_over_keepalives_and_is_told_when_the_client_gives_up()
    {
        await using var app = await StartAsync("/gaps/left", isEvents: true);
        using (var client = await RawClient.SendAsync(app, "/gaps/left"))
        {
            await WaitAsync(TimeSpan.Zero);
            for (var ping = 1; ping <= 3; ping++)
            {
                var waits = _waits.ForSource;
                _time.Advance(TimeSpan.FromSeconds(15));
                await App.UntilAsync(() => _waits.ForSource > waits, "a keepalive is sent");
            }
        }

        var stream = await _spans.StreamAsync("/gaps/left");

        Assert.Equal("first_item, gap, end", Spans.EventsOf(stream));
        Assert.Equal(45d, stream.Events.ElementAt(1).Tags.Single(static tag => tag.Key == "jero.wait.duration").Value);
        Assert.Equal("client_gone", stream.GetTagItem("jero.stop_reason"));
    }

    [Fact]
    public async Task Many_gaps_are_counted_and_leave_room_for_the_end()
    {
        await using var app = await StartAsync("/gaps/many");
        using var client = await RawClient.SendAsync(app, "/gaps/many", headers: "Connection: close\r\n");
        await WaitAsync(TimeSpan.Zero);
        for (var gap = 0; gap < 60; gap++)
        {
            await WaitAsync(TimeSpan.FromSeconds(11));
        }

        _source.Writer.Complete();
        await client.UntilClosedAsync();

        var stream = await _spans.StreamAsync("/gaps/many");
        Assert.Equal(60, stream.GetTagItem("jero.stream.gaps"));
        Assert.Equal(50, stream.Events.Count(static each => each.Name == "gap"));
        Assert.Equal("end", stream.Events.Last().Name);
    }

    [Fact]
    public async Task No_threshold_means_no_gap()
    {
        await using var app = await StartAsync("/gaps/none", configure: static options => options.GapThreshold = null);
        using var client = await RawClient.SendAsync(app, "/gaps/none", headers: "Connection: close\r\n");
        await WaitAsync(TimeSpan.Zero);
        await WaitAsync(TimeSpan.FromHours(1));
        _source.Writer.Complete();
        await client.UntilClosedAsync();

        Assert.Equal("first_item, end", Spans.EventsOf(await _spans.StreamAsync("/gaps/none")));
    }

    [Fact]
    public async Task A_wait_for_a_client_that_does_not_read_is_a_stall_in_the_trace_and_in_the_metric()
    {
        await using var app = await StartAsync("/stalls");
        using var stalls = new MetricCollector<double>(
            app.Web.Services.GetRequiredService<IMeterFactory>(), "Jero", "jero.stream.stall.duration");
        for (var i = 0; i < 2_000; i++)
        {
            // Far more than the kernel and the server hold for a client.
            _source.Writer.TryWrite(new Movie(new string('m', 10_000)));
        }

        using var client = await RawClient.SendAsync(app, "/stalls", receiveBuffer: 4096);
        var seen = -1;
        await App.UntilAsync(
            () =>
            {
                // The wait that was there before the clock moved is there still.
                var isSame = _waits.Count == seen && _waits.Last == StreamWait.Client;
                seen = _waits.Count;
                _time.Advance(TimeSpan.FromSeconds(2));
                return isSame;
            },
            "the flush waits");

        client.Reset();

        var stream = await _spans.StreamAsync("/stalls");
        Assert.Contains("stall", Spans.EventsOf(stream), StringComparison.Ordinal);
        var measured = stalls.GetMeasurementSnapshot();
        Assert.Equal(stream.GetTagItem("jero.stream.stalls"), measured.Count);
        Assert.All(measured, each => Assert.True(each.Value >= 1));
        Assert.All(measured, each => Assert.Equal("http.route=/stalls jero.wrapper=ndjson", StreamMeters.TagsOf(each)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void A_threshold_is_positive_or_infinite(int milliseconds)
    {
        var wrong = TimeSpan.FromMilliseconds(milliseconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => new JeroOptions { GapThreshold = wrong });
        Assert.Throws<ArgumentOutOfRangeException>(() => new JeroOptions { StallThreshold = wrong });
        Assert.Equal(Timeout.InfiniteTimeSpan, new JeroOptions { GapThreshold = Timeout.InfiniteTimeSpan }.GapThreshold);
    }

    public void Dispose() => _spans.Dispose();

    /// <summary>Lets the stream wait so long for its source, which then has an item.</summary>
    private async Task WaitAsync(TimeSpan time)
    {
        await App.UntilAsync(() => _waits.Last == StreamWait.Source, "the stream waits for its source");
        var waits = _waits.ForSource;
        _time.Advance(time);
        _source.Writer.TryWrite(new Movie("m"));
        await App.UntilAsync(() => _waits.ForSource > waits, "it waits again");
    }

    private Task<App> StartAsync(string route, bool isEvents = false, Action<JeroOptions>? configure = null) => App.StartAsync(
        web => web.MapGet(route, IResult () => isEvents
            ? new SSEResponse<Movie>(_source.Reader.ReadAllAsync())
            : new NDJSONStreamingResponse<Movie>(_source.Reader.ReadAllAsync())),
        services => services
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<IStreamObserver>(_waits)
            .ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default))
            .AddJero(configure));
}
