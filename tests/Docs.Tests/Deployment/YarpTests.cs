using Jero;
using Jero.Testing;
using Yarp.ReverseProxy.Configuration;

namespace Docs.Tests.Deployment;

/// <summary>What docs/deployment.md says of YARP, with one of its own in front of an app.</summary>
public sealed class YarpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_item_passes_by_itself_and_a_client_that_leaves_is_noticed()
    {
        await using var app = await StartAsync();
        await using var proxy = await ProxyAsync(app.Address.ToString());
        using var client = ClientOf(proxy);
        using (var response = await client.GetAsync("/pulses/1", HttpCompletionOption.ResponseHeadersRead, Cancellation))
        using (var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation)))
        {
            Assert.Equal("{\"number\":1}", await lines.ReadLineAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation));
            Assert.Equal(1, app.Streams.Count);
        }

        await app.Streams.AreAllClosedAsync();
    }

    [Fact]
    public async Task A_stream_that_is_cut_short_is_broken_off_for_the_client_too()
    {
        await using var app = await StartAsync();
        await using var proxy = await ProxyAsync(app.Address.ToString());
        using var client = ClientOf(proxy);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => ReadAsync(client, "/pulses/-1"));
    }

    [Fact]
    public async Task A_stream_that_is_quiet_for_longer_than_the_activity_timeout_is_cut()
    {
        await using var app = await StartAsync();
        await using var proxy = await ProxyAsync(app.Address.ToString(), TimeSpan.FromSeconds(1));
        using var client = ClientOf(proxy);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => ReadAsync(client, "/pulses/1"));
        await app.Streams.AreAllClosedAsync();
    }

    private static Task<string> ReadAsync(HttpClient client, string path) =>
        client.GetStringAsync(path, Cancellation).WaitAsync(Patience, Cancellation);

    private static Task<StreamApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(2));
        return StreamApp.StartAsync(builder, static app => app.MapJero());
    }

    private static async Task<WebApplication> ProxyAsync(string address, TimeSpan? activityTimeout = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        AddProxy(builder, address);
        var proxy = builder.Build();
        if (activityTimeout is not null) Shorten(proxy.Services.GetRequiredService<InMemoryConfigProvider>(), activityTimeout.Value);
        proxy.MapReverseProxy();
        await proxy.StartAsync(Cancellation);
        return proxy;
    }

    private static void AddProxy(WebApplicationBuilder builder, string address)
    {
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "streams", ClusterId = "app", Match = new() { Path = "{**path}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "app",
                    Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = address } },
                    HttpRequest = new() { ActivityTimeout = TimeSpan.FromHours(1) },
                },
            ]);
    }

    private static void Shorten(InMemoryConfigProvider provider, TimeSpan activityTimeout)
    {
        var config = provider.GetConfig();
        provider.Update(config.Routes, [config.Clusters.Single() with { HttpRequest = new() { ActivityTimeout = activityTimeout } }]);
    }

    private static HttpClient ClientOf(WebApplication proxy) => new(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero })
    {
        BaseAddress = new Uri(proxy.Urls.Single()),
    };
}
