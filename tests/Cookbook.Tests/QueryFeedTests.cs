using System.Net.ServerSentEvents;
using System.Text;

namespace Cookbook.Tests;

/// <summary>The recipe of a feed that is asked for by QUERY.</summary>
public sealed class QueryFeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_asks_again_with_its_body_misses_nothing_and_sees_nothing_twice()
    {
        var offers = new Offers();
        await using var app = await CookbookApp.StartAsync(services => services.AddSingleton(offers));
        offers.Add("tea", 3);
        offers.Add("tea", 30);
        offers.Add("coffee", 2);
        offers.Add("tea", 4);
        Assert.Equal(["1", "4"], await ReadAsync(app.Client, null, 2));
        offers.Add("tea", 5);

        var live = ReadAsync(app.Client, "4", 2);
        offers.Add("tea", 1);

        Assert.Equal(["5", "6"], await live);
    }

    private static async Task<string?[]> ReadAsync(HttpClient client, string? lastEventId, int count)
    {
        using var request = new HttpRequestMessage(new HttpMethod("QUERY"), "/offers");
        request.Content = new StringContent("""{"products":["tea"],"maxPrice":10}""", Encoding.UTF8, "application/json");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        return await SseParser.Create(body).EnumerateAsync(Cancellation).Take(count).Select(item => item.EventId).ToArrayAsync(Cancellation);
    }
}
