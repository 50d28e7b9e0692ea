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
        await using var app = await StartAsync(MapFast, static services => services.AddFastEndpoints());
        using var client = ClientOf(app);

        Assert.Equal(await ReadAsync(client, "/endpoint/prices"), await ReadAsync(client, "/before/prices"));
    }

    [Fact]
    public async Task A_line_break_in_a_name_forges_data_in_FastEndpoints_and_is_refused_by_Jero()
    {
        await using var app = await StartAsync(MapFast, static services => services.AddFastEndpoints());
        using var client = ClientOf(app);

        Assert.StartsWith("forged", (await ReadAsync(client, "/before/forged"))[0].Data, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => new ServerSentEvent<Price>(new Price("MSFT", 1)) { Event = ForgedEvents.Name });
    }

    [Fact]
    public async Task A_source_that_fails_at_once_is_an_error_in_the_framework_and_a_stream_that_is_cut_in_Jero()
    {
        await using var app = await StartAsync(static app =>
        {
            app.MapGet("/before/broken", static () => TypedResults.ServerSentEvents(Broken()));
            app.MapGet("/after/broken", static () => new SSEResponse<Price>(Broken()));
        });
        using var client = ClientOf(app);

        using var before = await client.GetAsync("/before/broken", Cancellation);
        Assert.Equal(500, (int)before.StatusCode);
        using var after = await client.GetAsync("/after/broken", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(200, (int)after.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => after.Content.ReadAsStringAsync(Cancellation));
    }

    private static async IAsyncEnumerable<Price> Broken()
    {
        await Task.Yield();
        foreach (var value in Array.Empty<decimal>()) yield return new Price("MSFT", value);
        throw new InvalidDataException("The source broke.");
    }

    private static void MapFast(WebApplication app)
    {
        app.UseFastEndpoints();
        app.MapJero();
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
