using System.Diagnostics.Metrics;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Runtime.Tests.Streaming;

/// <summary>What ASP.NET Core measures of requests that are streams.</summary>
public class RequestDurationTests
{
    [Fact]
    public async Task A_stream_is_left_out_and_other_requests_of_its_connection_are_not()
    {
        await using var app = await StartAsync();
        using var durations = Collect(app);
        using var client = new HttpClient { BaseAddress = app.Address };

        await client.GetStringAsync("/stream", TestContext.Current.CancellationToken);
        await client.GetStringAsync("/plain", TestContext.Current.CancellationToken);
        await client.GetStringAsync("/stream", TestContext.Current.CancellationToken);
        await client.GetStringAsync("/plain", TestContext.Current.CancellationToken);

        await App.UntilAsync(() => durations.GetMeasurementSnapshot().Count(IsOf("/plain")) == 2, "both are measured");
        Assert.DoesNotContain(durations.GetMeasurementSnapshot(), each => IsOf("/stream")(each));
    }

    [Fact]
    public async Task A_stream_that_fails_before_it_begins_is_measured_like_any_error()
    {
        await using var app = await StartAsync();
        using var durations = Collect(app);

        using var client = await RawClient.ReadWholeAsync(app, "/broken");

        await App.UntilAsync(() => durations.GetMeasurementSnapshot().Count > 0, "it is measured");
        Assert.Equal(500, Assert.Single(durations.GetMeasurementSnapshot()).Tags["http.response.status_code"]);
    }

    [Fact]
    public async Task An_option_keeps_streams_in()
    {
        await using var app = await StartAsync(static options => options.RecordsRequestDuration = true);
        using var durations = Collect(app);

        using var client = await RawClient.ReadWholeAsync(app, "/stream");

        await App.UntilAsync(() => durations.GetMeasurementSnapshot().Any(IsOf("/stream")), "it is measured");
    }

    private static Func<CollectedMeasurement<double>, bool> IsOf(string route) => each => Equals(each.Tags["http.route"], route);

    private static MetricCollector<double> Collect(App app) =>
        new(app.Web.Services.GetRequiredService<IMeterFactory>(), "Microsoft.AspNetCore.Hosting", "http.server.request.duration");

    private static Task<App> StartAsync(Action<JeroOptions>? configure = null) => App.StartAsync(
        web =>
        {
            web.MapGet("/stream", static () => new NDJSONStreamingResponse<Movie>(new Probe().Waiting(2)));
            web.MapGet(
                "/broken", static () => new NDJSONStreamingResponse<Movie>(new Probe().Ready(0, new TimeZoneNotFoundException("broken"))));
            web.MapGet("/plain", static () => Results.Text("plain"));
        },
        services => services
            .ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default))
            .AddJero(configure));
}
