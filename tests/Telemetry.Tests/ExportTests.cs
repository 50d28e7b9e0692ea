using Telemetry.Tests.Receiving;

namespace Telemetry.Tests;

/// <summary>What the OTLP exporter sends of streams, and what a collector can tell by it.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task A_stream_is_a_span_of_its_own_with_a_link_to_its_request()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var app = await ExportingApp.StartAsync(receiver);
        using var client = new HttpClient { BaseAddress = app.Address };
        await client.GetStringAsync("/answers", TestContext.Current.CancellationToken);
        await UntilExportedAsync(
            app, () => receiver.Spans.Any(static span => span.Name == "jero.stream") && receiver.Spans.Any(IsRequest), "both have come");

        var stream = Assert.Single(receiver.Spans, static span => span.Name == "jero.stream");
        var request = Assert.Single(receiver.Spans, IsRequest);

        Assert.Equal(request.SpanId, Assert.Single(stream.LinkedSpans));
        Assert.Equal("", stream.ParentId);
        Assert.NotEqual(request.TraceId, stream.TraceId);
        Assert.Equal("Jero", stream.Scope);
        Assert.Equal(("/answers", "GET", "sse", "completed", 20L, 200L), (
            stream.Attributes["http.route"],
            stream.Attributes["http.request.method"],
            stream.Attributes["jero.wrapper"],
            stream.Attributes["jero.stop_reason"],
            stream.Attributes["jero.stream.items"],
            stream.Attributes["http.response.status_code"]));
        Assert.Equal(["first_item", "end"], stream.Events.Select(static each => each.Name));
        Assert.Equal(("/answers", 200L), (request.Attributes["http.route"], request.Attributes["http.response.status_code"]));

        // The events begin at once, and the first item comes after a wait.
        Assert.True(request.End < stream.End);
    }

    [Fact]
    public async Task A_run_under_load_answers_the_questions_of_the_page_on_operating()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var app = await ExportingApp.StartAsync(receiver);
        using var client = new HttpClient { BaseAddress = app.Address };
        using var load = new Load(app, client);
        await load.RunAsync(feeds: 40, leaving: 15, exports: 100, answers: 30, broken: 10, archives: 3);
        var ended = new Dictionary<string, ulong>
        {
            ["/answers completed"] = 30,
            ["/archive completed"] = 3,
            ["/broken source_faulted"] = 10,
            ["/export completed"] = 100,
            ["/feed client_gone"] = 15,
        };
        var all = ended.Values.Sum(static count => (long)count);
        await UntilExportedAsync(
            app, () => Ended(receiver).Values.Sum(static count => (long)count) >= all, "all that has ended is counted");
        Assert.Equal(ended, Ended(receiver).AsEnumerable());

        Report.Write(receiver.Points, TestContext.Current.TestOutputHelper!);

        Assert.Equal(25, Assert.Single(Of(receiver, "jero.streams.active"), static point => point.Value != 0).Value);
        Assert.Equal(5_000, Of(receiver, "jero.stream.items", "/export").Single().Value);
        Assert.True(Of(receiver, "jero.stream.items", "/feed").Single().Value >= 40, "the items of open streams are counted");
        Assert.True(Of(receiver, "jero.stream.stall.duration", "/archive").Single().Count >= 3, "clients that do not read are seen");
        Assert.True(Point.Quantile(0.5, Of(receiver, "jero.stream.time_to_first_item", "/answers")) >= 0.25, "slow first items are seen");
        Assert.Empty(Of(receiver, "http.server.request.duration", "/feed"));
        Assert.Equal((0.1, 86_400), (Bounds(receiver, "jero.stream.duration")[0], Bounds(receiver, "jero.stream.duration")[^1]));
    }

    private static bool IsRequest(Span span) => span.Name == "GET /answers";

    private static async Task UntilExportedAsync(ExportingApp app, Func<bool> condition, string what) => await Until.TrueAsync(
        () =>
        {
            app.Export();
            return condition();
        },
        what);

    private static SortedDictionary<string, ulong> Ended(Receiver receiver) => new(
        Of(receiver, "jero.stream.duration").ToDictionary(
            static point => $"{point.Attributes["http.route"]} {point.Attributes["jero.stop_reason"]}", static point => point.Count),
        StringComparer.Ordinal);

    private static double[] Bounds(Receiver receiver, string metric) => Of(receiver, metric)[0].Bounds;

    private static Point[] Of(Receiver receiver, string metric, string? route = null) =>
        [.. receiver.Points.Where(point => point.Metric == metric && (route is null || point.Route == route))];
}
