using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Jero;
using Microsoft.AspNetCore.Mvc;
using Runtime.Tests.OpenApi;
using Runtime.Tests.Streaming;
using Runtime.Tests.Streaming.Proxies;

namespace Runtime.Tests.Endpoints;

/// <summary>The method QUERY (RFC 10008): safe and idempotent as GET, with a body as POST.</summary>
public sealed class QueryTests
{
    private static readonly HttpMethod Query = new("QUERY");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_body_is_bound_and_the_answer_streamed()
    {
        await using var app = await StartAsync();
        Assert.Equal("id: 1\ndata: noir 1\n\nid: 2\ndata: noir 2\n\n", await QueryAsync(app.Address));
    }

    [Fact]
    public async Task A_client_that_was_cut_off_asks_again_and_goes_on()
    {
        await using var app = await StartAsync();
        Assert.Equal("id: 2\ndata: noir 2\n\n", await QueryAsync(app.Address, lastEventId: "1"));
    }

    [Fact]
    public async Task Curl_sends_it()
    {
        await using var app = await StartAsync();
        await using var curl = new ChildProcess(
            Tool.Require("curl"), "-sN", "-X", "QUERY", "-H", "Content-Type: application/json", "-d", "{\"genre\":\"noir\"}", $"{app.Address}films");
        await App.UntilAsync(() => curl.HasExited, "curl ends");
        Assert.Contains("id: 2\ndata: noir 2\n\n", curl.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nginx_passes_it_on()
    {
        await using var app = await StartAsync();
        await using var nginx = await Nginx.StartAsync(app);
        Assert.Equal("id: 1\ndata: noir 1\n\nid: 2\ndata: noir 2\n\n", await QueryAsync(nginx.Address));
    }

    [Fact]
    public async Task A_body_that_is_missing_malformed_or_of_another_type_is_refused_as_for_POST()
    {
        await using var app = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(app, Query, ""));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(app, Query, "{"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(app, Query, "{\"genre\":1}"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await StatusAsync(app, Query, "{}", "text/plain"));
    }

    [Fact]
    public async Task Another_method_is_told_of_it_and_HEAD_is_not_answered()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = app.Address };
        using var get = await client.GetAsync(new Uri("films", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal(["QUERY"], get.Content.Headers.Allow);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(app, HttpMethod.Head, null));
    }

    [Fact]
    public async Task The_document_describes_it_and_its_older_form_says_that_it_cannot()
    {
        await using var app = await StartAsync();
        var path = await PathAsync(app, "/openapi.json");
        Assert.Equal("queryFilms", (string?)path["query"]!["operationId"]);
        Assert.Equal("#/components/schemas/FilmQuery", (string?)path["query"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]);
        var older = await PathAsync(app, "/openapi.json?version=3.1");
        Assert.Null(older["query"]);
        Assert.Contains("QUERY", (string?)older["description"], StringComparison.Ordinal);
    }

    private static async Task<JsonNode> PathAsync(App app, string document) =>
        JsonNode.Parse(await Served.BytesAsync(app, document))!["paths"]!["/films"]!;

    private static Task<App> StartAsync() => App.StartAsync(static web =>
    {
        web.MapEndpoint<FilmsEndpoint>();
        web.MapJeroOpenApi();
    });

    private static async Task<string> QueryAsync(Uri server, string? lastEventId = null)
    {
        using var client = new HttpClient { BaseAddress = server };
        using var request = new HttpRequestMessage(Query, "films") { Content = JsonContent.Create(new JsonObject { ["genre"] = "noir" }) };
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var response = await client.SendAsync(request, Cancellation);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(App app, HttpMethod method, string? body, string type = "application/json")
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(method, "films");
        request.Content = body is null ? null : new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type));
        using var response = await client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}

/// <summary>What films are asked for.</summary>
/// <param name="Genre">Of this genre.</param>
internal sealed record FilmQuery(string Genre);

[Endpoint("/films")]
internal sealed partial class FilmsEndpoint
{
    public SSEResponse Query(FilmQuery query, [FromHeader(Name = "Last-Event-ID")] string? lastEventId) =>
        new(After(query.Genre, int.TryParse(lastEventId, out var last) ? last : 0));

    private static async IAsyncEnumerable<ServerSentEvent<string>> After(
        string genre, int last, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var id = last + 1; id <= 2; id++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new($"{genre} {id}") { Id = $"{id}" };
        }
    }
}
