using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.ApiDescriptions;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.OpenApi;

/// <summary>How the document is served: from memory, with validators, in the form that is asked for.</summary>
public sealed class ServingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/vnd.oai.openapi+json", "application/vnd.oai.openapi+json")]
    [InlineData("application/vnd.oai.openapi+json, */*;q=0.1", "application/vnd.oai.openapi+json")]
    [InlineData("application/vnd.oai.openapi+json;q=0.5, application/json", "application/json")]
    [InlineData("application/vnd.oai.openapi+json;q=0", "application/json")]
    public async Task The_media_type_of_its_own_is_sent_where_Accept_asks_for_it(string? accept, string mediaType)
    {
        await using var app = await StartAsync();

        using var response = await SendAsync(app, HttpMethod.Get, ("Accept", accept));

        Assert.Equal(mediaType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["Accept"], response.Headers.Vary);
    }

    [Fact]
    public async Task A_client_that_knows_the_document_is_told_so_without_a_body()
    {
        await using var app = await StartAsync();
        using var first = await SendAsync(app, HttpMethod.Get);
        var tag = first.Headers.ETag!.ToString();

        using var again = await SendAsync(app, HttpMethod.Get, ("If-None-Match", $"\"other\", {tag}"));
        using var weakened = await SendAsync(app, HttpMethod.Get, ("If-None-Match", "W/" + tag));
        using var any = await SendAsync(app, HttpMethod.Head, ("If-None-Match", "*"));
        using var other = await SendAsync(app, HttpMethod.Get, ("If-None-Match", "\"other\""));
        using var otherForm = await SendAsync(app, HttpMethod.Get, ("If-None-Match", tag), ("Accept", "application/vnd.oai.openapi+json"));

        Assert.All([again, weakened, any], response => Assert.Equal(HttpStatusCode.NotModified, response.StatusCode));
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, otherForm.StatusCode);
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET()
    {
        await using var app = await StartAsync();
        using var get = await SendAsync(app, HttpMethod.Get);

        using var head = await SendAsync(app, HttpMethod.Head);

        Assert.Equal((await get.Content.ReadAsByteArrayAsync(Cancellation)).Length, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Version_3_1_has_a_string_in_place_of_a_stream_and_the_rest_unchanged()
    {
        await using var app = await StartAsync(web => web.MapJero());
        var newer = JsonNode.Parse(await Served.BytesAsync(app, "/openapi.json?version=3.2"))!;

        var older = JsonNode.Parse(await Served.BytesAsync(app, "/openapi.json?version=3.1"))!;

        Assert.Equal("3.1.0", (string?)older["openapi"]);
        Assert.True(JsonNode.DeepEquals(newer["components"], older["components"]));
        var (before, after) = (Stream(newer), Stream(older));
        Assert.Equal(["itemSchema"], before.Select(member => member.Key));
        Assert.Equal(["schema", "x-itemSchema"], after.Select(member => member.Key));
        Assert.Equal("""{"type":"string"}""", after["schema"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(before["itemSchema"], after["x-itemSchema"]));
        Assert.DoesNotContain("\"itemSchema\"", older.ToJsonString(), StringComparison.Ordinal);

        static JsonObject Stream(JsonNode document) =>
            document["paths"]!["/everything"]!["get"]!["responses"]!["200"]!["content"]!["application/x-ndjson"]!.AsObject();
    }

    [Fact]
    public async Task The_version_without_a_query_is_the_one_of_the_options_and_an_unknown_one_is_refused()
    {
        await using var app = await StartAsync(configure: options => options.SpecificationVersion = JeroOpenApiVersion.OpenApi31);

        Assert.Contains("\"openapi\": \"3.1.0\"", Encoding.UTF8.GetString(await Served.BytesAsync(app, "/openapi.json")), StringComparison.Ordinal);
        Assert.Contains("\"openapi\": \"3.2.0\"", Encoding.UTF8.GetString(await Served.BytesAsync(app, "/openapi.json?version=3.2")), StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = app.Address };
        using var refused = await client.GetAsync(new Uri("/openapi.json?version=2.0", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task It_is_composed_once_and_two_apps_serve_the_same_bytes()
    {
        var composed = 0;
        await using var app = await StartAsync(web => web.MapJero(), options => options.Transform = _ => composed++);
        await using var other = await StartAsync(web => web.MapJero());

        var first = await Served.BytesAsync(app, "/openapi.json");
        var second = await Served.BytesAsync(app, "/openapi.json");

        Assert.Equal(first, second);
        Assert.Equal(first, await Served.BytesAsync(other, "/openapi.json"));
        Assert.Equal(1, composed);
    }

    [Fact]
    public async Task It_is_composed_once_for_many_first_requests_at_once_and_for_every_version()
    {
        var composed = 0;
        var running = 0;
        await using var app = await StartAsync(web => web.MapJero(), options => options.Transform = _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            Interlocked.Increment(ref composed);
            Thread.Sleep(50);
            Interlocked.Decrement(ref running);
        });

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Served.BytesAsync(app, i % 2 == 0 ? "/openapi.json" : "/openapi.json?version=3.1")));

        Assert.Equal(1, composed);
    }

    [Fact]
    public async Task A_composition_that_fails_is_not_tried_again()
    {
        var composed = 0;
        await using var app = await StartAsync(configure: options => options.Transform = _ =>
        {
            composed++;
            throw new InvalidOperationException("Not like this.");
        });

        for (var i = 0; i < 3; i++)
        {
            using var response = await SendAsync(app, HttpMethod.Get);
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        }

        Assert.Equal(1, composed);
        Assert.Equal(3, app.Log.Errors.Count(line => line.Exception?.Message == "Not like this."));
    }

    [Fact]
    public async Task Under_a_path_base_the_document_names_it_as_its_server_unless_the_app_names_one()
    {
        await using var app = await StartAsync(web =>
        {
            web.UsePathBase("/api v2");
            web.UseRouting();
            web.MapJeroOpenApi("/named.json", options => options.Servers.Add("https://a.example"));
        });

        var based = JsonNode.Parse(await Served.BytesAsync(app, "/api%20v2/openapi.json"))!;
        var plain = JsonNode.Parse(await Served.BytesAsync(app, "/openapi.json"))!;
        var named = JsonNode.Parse(await Served.BytesAsync(app, "/api%20v2/named.json"))!;

        Assert.Equal("""[{"url":"/api%20v2"}]""", based["servers"]!.ToJsonString());
        Assert.Equal(["openapi", "info", "servers", "paths"], based.AsObject().Select(member => member.Key));
        Assert.Null(plain["servers"]);
        Assert.Equal("""[{"url":"https://a.example"}]""", named["servers"]!.ToJsonString());
        Assert.NotEqual(await TagAsync("/openapi.json"), await TagAsync("/api%20v2/openapi.json"));
        for (var i = 0; i < 40; i++)
        {
            var cased = string.Concat("api".Select((letter, at) => (i >> at) % 2 == 0 ? letter : char.ToUpperInvariant(letter)));
            Assert.Contains($"/{cased}%20v2", (string?)JsonNode.Parse(await Served.BytesAsync(app, $"/{cased}%20v2/openapi.json"))!["servers"]![0]!["url"], StringComparison.Ordinal);
        }

        async Task<string> TagAsync(string path)
        {
            using var client = new HttpClient { BaseAddress = app.Address };
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            return response.Headers.ETag!.Tag;
        }
    }

    [Fact]
    public async Task The_options_say_what_is_true_of_the_app_and_a_transformer_has_the_last_word()
    {
        var document = await Served.DocumentAsync(_ => { }, options =>
        {
            options.Title = "Kitchen sink";
            options.Version = "7";
            options.Description = "What *Jero* can do.";
            options.Servers.Add("/base");
            options.SecuritySchemes["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Key" };
            options.Transform = document => document["info"]!["license"] = new JsonObject { ["name"] = "MIT" };
        });

        Assert.Equal(
            """{"openapi":"3.2.0","info":{"title":"Kitchen sink","version":"7","description":"What *Jero* can do.","license":{"name":"MIT"}},"servers":[{"url":"/base"}],"paths":{},"components":{"securitySchemes":{"key":{"type":"apiKey","in":"header","name":"X-Key"}}}}""",
            document.Compact());
    }

    [Fact]
    public async Task Title_and_version_are_the_apps_own()
    {
        var document = await Served.DocumentAsync(_ => { });

        var assembly = typeof(ServingTests).Assembly.GetName();
        Assert.Equal($$"""{"title":"{{assembly.Name}}","version":"{{assembly.Version!.ToString(3)}}"}""", document.GetProperty("info").Compact());
    }

    [Fact]
    public async Task A_tool_finds_every_document_by_name_and_is_given_the_bytes_that_are_served()
    {
        await using var app = await StartAsync(
            web =>
            {
                web.MapJero();
                web.MapJeroOpenApi("/internal/old.json", options => options.SpecificationVersion = JeroOpenApiVersion.OpenApi31);
                web.MapJeroOpenApi("/third.json", options => options.DocumentName = "named");
            });
        var provider = app.Web.Services.GetRequiredService<IDocumentProvider>();

        Assert.Equal(["internal-old", "named", "v1"], provider.GetDocumentNames().Order());
        foreach (var (name, path) in new[] { ("v1", "/openapi.json"), ("internal-old", "/internal/old.json"), ("named", "/third.json") })
        {
            using var text = new StringWriter();
            await provider.GenerateAsync(name, text);
            Assert.Equal(await Served.BytesAsync(app, path), Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    [Theory]
    [InlineData(JeroStreamSchema.Text, """{"type":"string"}""", """{"type":"string"}""", """{"type":"string"}""")]
    [InlineData(JeroStreamSchema.Item, """{"$ref":"#/components/schemas/Citizen31"}""", """{"$ref":"#/components/schemas/Citizen31"}""", """{"type":"string"}""")]
    [InlineData(JeroStreamSchema.Binary, """{"type":"string","format":"binary"}""", """{"type":"string","format":"binary"}""", """{"type":"string","format":"binary"}""")]
    public async Task The_body_of_a_stream_is_what_the_options_say_in_version_3_1(JeroStreamSchema schema, string lines, string events, string text)
    {
        await using var app = await StartAsync(
            web => web.MapEndpoint<Streams31Endpoint>(),
            options => (options.SpecificationVersion, options.StreamSchema) = (JeroOpenApiVersion.OpenApi31, schema));

        var served = await Served.BytesAsync(app, "/openapi.json");
        using var file = new StringWriter();
        await app.Web.Services.GetRequiredService<IDocumentProvider>().GenerateAsync("v1", file);

        Assert.Equal(served, Encoding.UTF8.GetBytes(file.ToString()));
        var operations = JsonNode.Parse(served)!["paths"]!["/streams31"]!;
        Assert.Equal(lines, Body("get", "application/x-ndjson"));
        Assert.Equal(events, Body("post", "text/event-stream"));
        Assert.Equal(text, Body("put", "text/event-stream"));

        string Body(string verb, string mediaType) => operations[verb]!["responses"]!["200"]!["content"]![mediaType]!["schema"]!.ToJsonString();
    }

    private static Task<App> StartAsync(Action<WebApplication>? map = null, Action<JeroOpenApiOptions>? configure = null) => Served.StartAsync(
        web =>
        {
            web.MapJeroOpenApi(configure: configure);
            map?.Invoke(web);
        },
        services => services.AddJero());

    private static async Task<HttpResponseMessage> SendAsync(App app, HttpMethod method, params (string Name, string? Value)[] headers)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(method, "/openapi.json");
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Cancellation);
    }
}

public sealed record Citizen31(int Id);

#pragma warning disable JERO004 // The clients of this one are no browsers.
[Endpoint("/streams31", MapManually = true)]
public sealed partial class Streams31Endpoint
{
    public NDJSONStreamingResponse<Citizen31> Get() => throw new InvalidOperationException();

    public SSEResponse<Citizen31> Post() => throw new InvalidOperationException();

    public SSEResponse<string> Put() => throw new InvalidOperationException();
}
#pragma warning restore JERO004
