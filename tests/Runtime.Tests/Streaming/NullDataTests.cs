using System.Net.ServerSentEvents;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming;

/// <summary>Null data of events, beside what the framework sends.</summary>
public sealed class NullDataTests
{
    [Fact]
    public async Task Null_data_is_empty_data_as_the_framework_sends_it()
    {
        await using var app = await App.StartAsync(
            web =>
            {
                web.MapEndpoint<NullableEvents>();
                web.MapGet("/minimal", () => new SSEResponse<Movie?>(NullableEvents.Source()));
                web.MapGet("/framework", () => TypedResults.ServerSentEvents(NullableEvents.Source()));
            },
            services => services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default)));
        using var client = new HttpClient { BaseAddress = app.Address };

        var framework = await GetAsync("/framework");

        Assert.Contains("event: prime\ndata: \nid: 1\n", framework, StringComparison.Ordinal);
        Assert.Equal("event: prime\nid: 1\ndata: \n\ndata: {\"title\":\"m\"}\n\n", await GetAsync("/nullable"));
        Assert.Equal("event: prime\nid: 1\ndata: \n\ndata: {\"title\":\"m\"}\n\n", await GetAsync("/minimal"));

        Task<string> GetAsync(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_is_the_same_for_events_of_Jero_for_bare_items_and_for_values()
    {
        await using var app = await App.StartAsync(web =>
        {
            web.MapEndpoint<NullableOwnEvents>();
            web.MapEndpoint<NullableItems>();
        });
        using var client = new HttpClient { BaseAddress = app.Address };

        Assert.Equal("id: 7\ndata: \n\n", await client.GetStringAsync(new Uri("/nullable/own", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("data: \n\ndata: 1\n\n", await client.GetStringAsync(new Uri("/nullable/items", UriKind.Relative), TestContext.Current.CancellationToken));
    }
}

[Endpoint("/nullable")]
internal sealed partial class NullableEvents
{
    public static async IAsyncEnumerable<SseItem<Movie?>> Source()
    {
        yield return new SseItem<Movie?>(null, "prime") { EventId = "1" };
        await Task.Yield();
        yield return new SseItem<Movie?>(new Movie("m"));
    }

    public SSEResponse<Movie?> Get() => new(Source());
}

[Endpoint("/nullable/own")]
internal sealed partial class NullableOwnEvents
{
    public SSEResponse<Movie?> Get() => new(new[] { new ServerSentEvent<Movie?>(null) { Id = "7" } }.ToAsyncEnumerable());
}

[Endpoint("/nullable/items")]
internal sealed partial class NullableItems
{
    public SSEResponse<int?> Get() => new(new int?[] { null, 1 }.ToAsyncEnumerable());
}
