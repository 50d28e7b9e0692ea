using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Endpoints;

public sealed class DocumentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_has_an_item_schema_and_events_are_objects()
    {
        var document = await ReadAsync(web =>
        {
            web.MapJero();
            web.MapJeroOpenApi();
        });

        Assert.Equal("3.2.0", document.GetProperty("openapi").GetString());
        Assert.Equal("Runtime.Tests", document.GetProperty("info").GetProperty("title").GetString());
        var item = Content(document, "/everything", "get", "application/x-ndjson");
        Assert.Equal(
            """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Everything"}]}""",
            Compact(item.GetProperty("itemSchema")));
        Assert.False(item.TryGetProperty("schema", out _));
        var events = Content(document, "/events", "get", "text/event-stream").GetProperty("itemSchema");
        Assert.Equal("#/components/schemas/Point", events.GetProperty("properties").GetProperty("data").GetProperty("contentSchema").GetProperty("$ref").GetString());
        Assert.Equal("""{"type":"string"}""", Compact(Content(document, "/text", "get", "text/event-stream").GetProperty("itemSchema").GetProperty("properties").GetProperty("data")));
        var value = Content(document, "/everything", "post", "application/json").GetProperty("schema");
        Assert.Equal("""{"type":"array","items":{"$ref":"#/components/schemas/Everything"}}""", Compact(value));
    }

    [Fact]
    public async Task Paths_are_the_real_ones_and_what_was_said_at_mapping_wins()
    {
        var document = await ReadAsync(web =>
        {
            var group = web.MapGroup("/v1/{tenant:int}").WithTags("versioned");
            group.MapEndpoint<TextEndpoint>().WithSummary("Said at mapping.");
            web.MapEndpoint<HeadersEndpoint>().ExcludeFromDescription();
            web.MapJeroOpenApi(configure: options =>
            {
                options.Title = "Kitchen sink";
                options.Version = "7";
                options.Servers.Add("/base");
            });
        });

        var path = Assert.Single(document.GetProperty("paths").EnumerateObject());
        Assert.Equal("/v1/{tenant}/text", path.Name);
        var operation = path.Value.GetProperty("get");
        Assert.Equal("Said at mapping.", operation.GetProperty("summary").GetString());
        Assert.Equal("""["versioned"]""", Compact(operation.GetProperty("tags")));
        Assert.Equal("""{"title":"Kitchen sink","version":"7"}""", Compact(document.GetProperty("info")));
        Assert.Equal("""[{"url":"/base"}]""", Compact(document.GetProperty("servers")));
    }

    [Fact]
    public async Task Parameters_headers_and_only_the_errors_that_can_happen_are_described()
    {
        var document = await ReadAsync(web =>
        {
            web.MapJero();
            web.MapJeroOpenApi();
        });

        var bind = document.GetProperty("paths").GetProperty("/bind/{id}").GetProperty("get");
        Assert.Equal(
            ["path id required", "query text", "query level required", "header User-Agent required", "query maybeLevel", "query day", "query n", "query maybe"],
            bind.GetProperty("parameters").EnumerateArray().Select(parameter =>
                $"{parameter.GetProperty("in")} {parameter.GetProperty("name")}{(parameter.TryGetProperty("required", out _) ? " required" : "")}"));
        Assert.Equal(["200", "400", "404", "500"], bind.GetProperty("responses").EnumerateObject().Select(response => response.Name));
        var headers = document.GetProperty("paths").GetProperty("/headers").GetProperty("get").GetProperty("responses");
        Assert.Equal(["202", "500"], headers.EnumerateObject().Select(response => response.Name));
        Assert.Equal(
            """{"required":true,"schema":{"type":"number","format":"double"}}""",
            Compact(headers.GetProperty("202").GetProperty("headers").GetProperty("x-scalar")));
    }

    [Fact]
    public async Task Every_reference_resolves()
    {
        var document = await ReadAsync(web =>
        {
            web.MapJero();
            web.MapJeroOpenApi();
        });

        var references = References(document).Distinct().ToList();

        Assert.Contains("#/components/schemas/Node", references);
        Assert.All(references, reference => Assert.Equal(
            JsonValueKind.Object,
            reference.Split('/').Skip(1).Aggregate(document, (node, name) => node.GetProperty(name)).ValueKind));
    }

    private static async Task<JsonElement> ReadAsync(Action<WebApplication> map)
    {
        await using var app = await App.StartAsync(map, services => services.AddSingleton<Journal>());
        using var client = new HttpClient { BaseAddress = app.Address };
        return JsonDocument.Parse(await client.GetByteArrayAsync(new Uri("/openapi.json", UriKind.Relative), Cancellation)).RootElement;
    }

    private static JsonElement Content(JsonElement document, string path, string verb, string contentType) => document
        .GetProperty("paths").GetProperty(path).GetProperty(verb).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty(contentType);

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.NameEquals("$ref") && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
