using System.Diagnostics;
using System.Globalization;
using System.Net;
using Jero;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Inspector.Load;

/// <summary>The server, in a process of its own, with an inspector or without.</summary>
internal static class LoadServer
{
    public static async Task RunAsync(bool isMapped)
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

        app.MapGet(
            "/cpu",
            static () => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        app.MapGet("/allocated", static () => GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));
        await app.StartAsync();
        Console.WriteLine(string.Join(' ', app.Urls));
        // Until the one who started it goes.
        await Console.In.ReadToEndAsync();
        await app.StopAsync(new CancellationToken(canceled: true));
    }
}
