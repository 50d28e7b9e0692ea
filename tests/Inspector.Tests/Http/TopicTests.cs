using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Inspector.Tests.App;
using Microsoft.Extensions.DependencyInjection;

namespace Inspector.Tests.Http;

/// <summary>Topics, seen and published to.</summary>
public sealed class TopicTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_is_shown_and_published_to_by_hand()
    {
        await using var app = await InspectedApp.StartAsync(build: static builder => builder.Services.AddJeroTopic<Row>("rows"));
        await app.Web.Services.GetRequiredService<Topic<Row>>().PublishAsync(new Row(1, "one"), cancellationToken: Token);

        using var published = await PublishAsync(app, "rows", """{"number":2,"text":"two"}""");
        using var bad = await PublishAsync(app, "rows", """{"number":"two"}""");
        using var unknown = await PublishAsync(app, "none", "1");

        var topic = (await app.AskAsync("/_jero/topics")).AsArray().Single()!;
        Assert.Equal(("rows", 2, 0), ((string)topic["name"]!, (int)topic["count"]!, (int)topic["subscribers"]!));
        Assert.Equal((string?)topic["newest"], (string?)JsonNode.Parse(await published.Content.ReadAsStringAsync(Token))!["id"]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (bad.StatusCode, unknown.StatusCode));
        Assert.Contains(app.Log.GetSnapshot(), static line => line.Message.EndsWith(
            "of the topic rows is published by somebody who is not signed in through the inspector", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> PublishAsync(InspectedApp app, string topic, string item)
    {
        var session = await app.AskAsync("/_jero/session");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_jero/publications");
        request.Content = JsonContent.Create(new { topic, item });
        request.Headers.Add((string)session["tokenHeader"]!, (string)session["token"]!);
        return await app.Client.SendAsync(request, Token);
    }
}
