using System.Net.ServerSentEvents;
using FastEndpoints;
using Jero;

namespace Docs.Tests.Migrating;

/// <summary>What docs/migrating.md says: a client receives the same before and after.</summary>
public sealed class MigratingTests
{
    private const string Events =
        "event: tick\ndata: {\"symbol\":\"MSFT\",\"value\":410.2}\n\n" +
        "event: tick\ndata: {\"symbol\":\"MSFT\",\"value\":410.3}\n\n" +
        "event: tick\ndata: {\"symbol\":\"MSFT\",\"value\":410.1}\n\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/before/prices", "no-cache,no-store", "identity")]
    [InlineData("/after/prices", "no-cache, no-transform", "")]
    [InlineData("/endpoint/prices", "no-cache, no-transform", "")]
    public async Task The_events_of_the_framework_and_of_Jero_are_the_same_bytes(string path, string cacheControl, string encoding)
    {
        await using var app = await StartAsync(Map);
        using var client = ClientOf(app);

        using var response = await client.GetAsync(path, Cancellation);

        Assert.Equal(Events, await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(cacheControl, string.Join(", ", response.Headers.NonValidated["Cache-Control"]));
        Assert.Equal(encoding, string.Join(", ", response.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task The_events_of_FastEndpoints_and_of_Jero_are_the_same_but_for_their_ids()
    {
        await using var app = await StartAsync(
            static app =>
            {
                app.UseFastEndpoints();
                app.MapJero();
            },
            static services => services.AddFastEndpoints());
        using var client = ClientOf(app);

        Assert.Equal(await ReadAsync(client, "/endpoint/prices"), await ReadAsync(client, "/before/prices"));
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/before/prices", (Prices prices, CancellationToken token) =>
            TypedResults.ServerSentEvents(prices.FollowAsync(token), eventType: "tick"));
        app.MapGet("/after/prices", (Prices prices) =>
            new SSEResponse<Price>(prices.FollowAsync().Select(price => new ServerSentEvent<Price>(price) { Event = "tick" })));
        app.MapJero();
    }

    private static async Task<List<(string Event, string Data)>> ReadAsync(HttpClient client, string path)
    {
        await using var body = await client.GetStreamAsync(path, Cancellation);
        return await SseParser.Create(body).EnumerateAsync(Cancellation)
            .Select(static item => (item.EventType, item.Data)).ToListAsync(Cancellation);
    }

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Prices>();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync(Cancellation);
        return app;
    }

    private static HttpClient ClientOf(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };
}
