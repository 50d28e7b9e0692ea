using System.Net;
using FastEndpoints;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Jero.Loopback.Server;

/// <summary>The app of the child process: Jero's endpoints, the peers' and what the measuring side asks.</summary>
internal static class LoopbackServer
{
    public static async Task RunAsync(bool isCompressed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, static http2 => http2.Protocols = HttpProtocols.Http2);
        });
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SystemTextJson.Default));

        builder.Services.AddFastEndpoints();
        builder.Services.AddResponseCompression(static compression => compression.MimeTypes = ["application/json", "application/x-ndjson"]);

        await using var app = builder.Build();
        if (isCompressed)
        {
            app.UseResponseCompression();
        }

        app.MapJero();
        app.MapPeers();
        app.UseFastEndpoints(fast => fast.Serializer.Options.TypeInfoResolverChain.Insert(0, SystemTextJson.Default));
        app.MapGet("/control/closed", () => Rows.TakeLastClosed());
        app.MapGet("/control/allocated", () => GC.GetTotalAllocatedBytes(precise: true));
        app.MapGet("/control/collect", Collect);
        app.MapGet("/control/publish", Broadcast.Publish);
        app.MapGet("/control/drip", Broadcast.DripAsync);

        var ports = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        app.MapGet("/control/http2", () => new Uri(ports.Last()).Port);

        await app.StartAsync();
        Console.WriteLine(new Uri(ports.First()).Port);
        await app.WaitForShutdownAsync();
    }

    /// <summary>Collects all garbage and returns what can be returned to the system; the bytes that are alive.</summary>
    private static long Collect()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
