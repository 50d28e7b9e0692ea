using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Runtime.Tests.Streaming;

public class ObservationTests
{
    [Fact]
    public async Task The_meter_counts_streams_items_and_bytes_by_route_and_wrapper()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/movies/{id}", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(new Probe().Ready(2)))));
        var factory = app.Web.Services.GetRequiredService<IMeterFactory>();
        var seen = new ConcurrentDictionary<string, double>();
        var tags = "";
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Jero" && instrument.Meter.Scope == factory)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, of, _) =>
        {
            seen.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
            if (instrument.Name == "jero.stream.items")
            {
                tags = string.Join(' ', of.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
            }
        });
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.Start();

        // The second request finds the instruments that the first has made.
        using (await RawClient.ReadWholeAsync(app, "/movies/1"))
        {
            seen.Clear();
        }

        using var client = await RawClient.ReadWholeAsync(app, "/movies/2");
        await App.UntilAsync(() => seen.ContainsKey("jero.stream.duration"), "the stream is counted");
        Assert.Equal("http.route=/movies/{id} jero.wrapper=ndjson", tags);
        Assert.Equal(2, seen["jero.stream.items"]);
        Assert.Equal(30, seen["jero.stream.bytes"]);
        Assert.Equal(0, seen["jero.streams.active"]);
        Assert.True(seen["jero.stream.duration"] >= seen["jero.stream.time_to_first_item"]);
    }

    [Fact]
    public async Task The_histograms_tell_quick_streams_apart_and_long_ones_too()
    {
        var bounds = new ConcurrentDictionary<string, IReadOnlyList<double>>();
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(new Probe().Ready(2)))));
        var factory = app.Web.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument is Histogram<double> { Meter.Name: "Jero", Advice.HistogramBucketBoundaries: { } boundaries } && instrument.Meter.Scope == factory)
                {
                    bounds[instrument.Name] = boundaries;
                }
            },
        };
        listener.Start();
        using var client = await RawClient.ReadWholeAsync(app, "/");

        // The default bounds of OpenTelemetry have 5 as the first: seconds below it would be one bucket.
        Assert.Equal(
            ["jero.stream.duration", "jero.stream.stall.duration", "jero.stream.time_to_first_item"],
            bounds.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((0.1, 86_400), (bounds["jero.stream.duration"][0], bounds["jero.stream.duration"][^1]));
        Assert.Equal((0.001, 60), (bounds["jero.stream.time_to_first_item"][0], bounds["jero.stream.time_to_first_item"][^1]));
        Assert.All(bounds.Values, each => Assert.Equal(each.Order(), each));
    }

    [Fact]
    public async Task What_streams_have_sent_is_counted_while_they_are_open()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new SSEResponse<Movie>(new Probe().OneThenWait()))));
        using var meters = new StreamMeters(app);
        using var one = await RawClient.SendAsync(app, "/");
        using var other = await RawClient.SendAsync(app, "/");
        await one.UntilAsync("first");
        await other.UntilAsync("first");

        await App.UntilAsync(() => meters.Items.GetMeasurementSnapshot().EvaluateAsCounter() == 2, "both items are counted");
        await App.UntilAsync(
            () => meters.Bytes.GetMeasurementSnapshot().EvaluateAsCounter() == one.Body.Length + other.Body.Length,
            "their bytes are counted");
        Assert.Equal(2, meters.OpenStreams);
        Assert.Empty(meters.Duration.GetMeasurementSnapshot());
    }
}
