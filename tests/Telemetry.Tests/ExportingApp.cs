using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Telemetry.Tests.Receiving;

namespace Telemetry.Tests;

public sealed record Reading(int Number, string Text);

/// <summary>An app with five kinds of streams on a real Kestrel, and OpenTelemetry as docs/operating.md sets it up.</summary>
internal sealed class ExportingApp : IAsyncDisposable
{
    private readonly WebApplication _web;

    private ExportingApp(WebApplication web) => _web = web;

    public Uri Address => new(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public Flow Flow => _web.Services.GetRequiredService<Flow>();

    public static async Task<ExportingApp> StartAsync(Receiver receiver)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Flow>().AddSingleton<IStreamObserver>(static services => services.GetRequiredService<Flow>());
        builder.Services.AddJero(static options => options.StallThreshold = TimeSpan.FromMilliseconds(100));
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddMeter("Jero", "Microsoft.AspNetCore.Hosting")
                .AddOtlpExporter(exporter => SendTo(exporter, receiver, "v1/metrics")))
            .WithTracing(traces => traces
                .AddSource("Jero")
                .AddAspNetCoreInstrumentation(
                    static requests => requests.Filter = static http => !http.Request.Path.StartsWithSegments("/v1"))
                .AddOtlpExporter(exporter => SendTo(exporter, receiver, "v1/traces")));
        var app = new ExportingApp(builder.Build());
        app._web.MapGet("/feed", static () => new SSEResponse<Reading>(Feed()));
        app._web.MapGet("/export", static () => new NDJSONStreamingResponse<Reading>(Export(50, "row")));
        app._web.MapGet("/archive", static () => new NDJSONStreamingResponse<Reading>(Export(2_000, new string('r', 10_000))));
        app._web.MapGet("/answers", static () => new SSEResponse<Reading>(Answer()));
        app._web.MapGet("/broken", static () => new NDJSONStreamingResponse<Reading>(Broken()));
        await app._web.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>Sends what has been measured until now.</summary>
    public void Export()
    {
        Assert.True(_web.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(_web.Services.GetRequiredService<MeterProvider>().ForceFlush());
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static void SendTo(OtlpExporterOptions exporter, Receiver receiver, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(receiver.Address, path);
    }

    private static async IAsyncEnumerable<Reading> Feed([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; ; i++)
        {
            yield return new Reading(i, "tick");
            await Task.Delay(50, cancellationToken);
        }
    }

    private static async IAsyncEnumerable<Reading> Export(int count, string text)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new Reading(i, text);
        }
    }

    private static async IAsyncEnumerable<Reading> Answer([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Delay(400, cancellationToken);
        for (var i = 0; i < 20; i++)
        {
            yield return new Reading(i, "word");
            await Task.Delay(10, cancellationToken);
        }
    }

    private static async IAsyncEnumerable<Reading> Broken()
    {
        await Task.Yield();
        yield return new Reading(0, "first");
        throw new TimeoutException("The database did not answer.");
    }
}
