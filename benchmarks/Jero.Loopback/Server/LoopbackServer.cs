using System.Net;
using FastEndpoints;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Jero.Loopback.Server;

/// <summary>The app of the child process: Jero's endpoints, the peers' and what the measuring side asks.</summary>
internal static class LoopbackServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SystemTextJson.Default));

        builder.Services.AddFastEndpoints();

        await using var app = builder.Build();
        app.MapJero();
        app.MapPeers();
        app.UseFastEndpoints(fast => fast.Serializer.Options.TypeInfoResolverChain.Insert(0, SystemTextJson.Default));
        app.MapGet("/control/closed", () => Rows.TakeLastClosed());
        app.MapGet("/control/allocated", () => GC.GetTotalAllocatedBytes(precise: true));
        app.MapGet("/control/collect", Collect);
        app.MapGet("/control/publish", Broadcast.Publish);
        app.MapGet("/control/drip", Broadcast.DripAsync);

        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Console.WriteLine(new Uri(address).Port);
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
