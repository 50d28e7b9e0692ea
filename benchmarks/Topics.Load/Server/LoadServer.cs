using System.Globalization;
using System.Net;
using FastEndpoints;
using Jero;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Topics.Load.Server;

/// <summary>The app of the child process: the topic, its peers and what the measuring side asks. It writes its port and then nothing.</summary>
internal static class LoadServer
{
    public static async Task RunAsync(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(settings);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SystemTextJson.Default));
        builder.Services.AddFastEndpoints();
        builder.Services.AddSingleton<Channels>();
        builder.Services.AddSingleton<IPeers, Peers>();
        builder.Services.AddSingleton<Publisher>();
        AddTopic(builder.Services, builder.Configuration);

        await using var app = builder.Build();
        app.MapJero();
        app.MapGet("/aspnet", (IPeers peers, CancellationToken token) => TypedResults.ServerSentEvents(((Peers)peers).Items(token)));
        app.MapGet("/ready/aspnet", (IPeers peers, int count, CancellationToken token) => TypedResults.ServerSentEvents(((Peers)peers).ReadyItems(count, token)));
        app.UseFastEndpoints(fast => fast.Serializer.Options.TypeInfoResolverChain.Insert(0, SystemTextJson.Default));
        app.MapGet("/control/publish", (Publisher publisher, bool toTopic, int count, int perSecond, bool isLarge) =>
            publisher.PublishAsync(toTopic, count, perSecond, isLarge));
        app.MapGet("/control/oldest", (Publisher publisher) => publisher.OldestAsync());
        app.MapGet("/control/allocated", () => GC.GetTotalAllocatedBytes(precise: true));
        app.MapGet("/control/collect", Collect);
        app.MapGet("/control/subjects", (Topic<Notice> topic, string hub, int subscribers, int publications) =>
            SubjectHubs.MeasureAsync(topic, hub, subscribers, publications));

        await app.StartAsync();
        Console.WriteLine(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port);
        await app.WaitForShutdownAsync();
    }

    private static void AddTopic(IServiceCollection services, ConfigurationManager configuration)
    {
        var topic = services.AddJeroTopic<Notice>("notices", options =>
        {
            options.Linger = TimeSpan.FromMilliseconds(Number("linger", 0));
            options.RetainBytes = Number("retainBytes", (int)options.RetainBytes);
            options.MaxItemBytes = 64 * 1024;
        });
        if (configuration["redis"] is { } redis)
        {
            topic.UseRedis(redis);
        }

        int Number(string name, int otherwise) => configuration[name] is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
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
