using System.Globalization;
using System.Net;
using Jero;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Inspector.Load;

/// <summary>
/// The server, in a process of its own: three apps of the same endpoints, the last with an inspector. Two processes of the same program
/// differ by more than the inspector costs, by how each was compiled and laid out in memory; two apps of one process do not.
/// </summary>
internal static class LoadServer
{
    public static async Task RunAsync()
    {
        WebApplication[] apps = [Build(isMapped: false), Build(isMapped: false), Build(isMapped: true)];
        foreach (var app in apps)
        {
            await app.StartAsync();
        }

        Console.WriteLine(string.Join(' ', apps.SelectMany(static app => app.Urls)));
        // Until the one who started it goes.
        await Console.In.ReadToEndAsync();
        await Task.WhenAll(apps.Select(static app => app.StopAsync(new CancellationToken(canceled: true))));
    }

    private static WebApplication Build(bool isMapped)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1_000;
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2);
        });
        var app = builder.Build();
        app.MapJero();
        if (isMapped)
        {
            app.MapJeroInspector();
        }

        app.MapGet("/cpu", static () => Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        app.MapGet("/allocated", static () => GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));
        return app;
    }
}
