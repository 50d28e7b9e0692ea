using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Endpoints;

/// <summary>Generated endpoints over real connections.</summary>
public sealed class EndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_source_of_arguments_is_bound()
    {
        await using var app = await StartAsync(web => web.MapJero());
        using var client = Client(app);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, "/bind/b9d8a1a2-0d5f-4a7e-8a52-0f0a4ac9a7b0?text=a%20b&n=12&level=high&maybeLevel=1&day=2026-02-03");
        request.Headers.TryAddWithoutValidation("User-Agent", "test/1 (of binding)");

        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(
            """{"id":"b9d8a1a2-0d5f-4a7e-8a52-0f0a4ac9a7b0","text":"a b","number":12,"maybe":3,"level":200,"maybeLevel":1,"day":"2026-02-03","agent":"test/1 (of binding)","user":null,"canBeCancelled":true}""",
            await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_missing_has_its_default_and_an_empty_value_counts_as_missing()
    {
        await using var app = await StartAsync(web => web.MapJero());
        using var client = Client(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/bind/b9d8a1a2-0d5f-4a7e-8a52-0f0a4ac9a7b0?level=1&text=&maybe=&day=");
        request.Headers.TryAddWithoutValidation("User-Agent", "x");

        using var response = await client.SendAsync(request, Cancellation);

        var bound = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("", bound.GetProperty("text").GetString());
        Assert.Equal(-5, bound.GetProperty("number").GetInt32());
        Assert.Equal(3, bound.GetProperty("maybe").GetInt32());
        Assert.Equal(JsonValueKind.Null, bound.GetProperty("day").ValueKind);
    }

    [Theory]
    [InlineData("/bind/b9d8a1a2-0d5f-4a7e-8a52-0f0a4ac9a7b0?n=x&maybe=1.5&day=soon", HttpStatusCode.BadRequest, "n,maybe,day,level,User-Agent")]
    [InlineData("/bind/zzz?level=nowhere", HttpStatusCode.NotFound, "id,level,User-Agent")]
    public async Task Every_bad_value_is_named_in_one_problem_and_the_handler_does_not_run(string path, HttpStatusCode status, string names)
    {
        var journal = new Journal();
        await using var app = await StartAsync(web => web.MapJero(), journal);
        using var client = Client(app);

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal(names.Split(',').Order(), problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        Assert.All(names.Split(','), name => Assert.Contains($"'{name}'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal));
        Assert.Empty(journal.Entries);
    }

    [Fact]
    public async Task An_endpoint_is_disposed_after_its_response()
    {
        var journal = new Journal();
        await using var app = await StartAsync(web => web.MapJero(), journal);
        using var client = Client(app);
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "x");

        await client.GetStringAsync("/bind/b9d8a1a2-0d5f-4a7e-8a52-0f0a4ac9a7b0?level=1", Cancellation);

        await App.UntilAsync(() => journal.Entries.Count == 2, "the endpoint is disposed");
        Assert.Equal(["handled", "disposed"], journal.Entries);
    }

    [Fact]
    public async Task Typed_headers_are_sent_by_their_names_and_nulls_are_left_out()
    {
        await using var app = await StartAsync(web => web.MapJero());
        using var client = Client(app);

        using var response = await client.GetAsync(new Uri("/headers", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("A", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(
            """
            X-Own-Name: own
            x-at: 1970-01-01T00:00:00+00:00
            x-day: 2026-01-02
            x-flag: true
            x-level: 200
            x-list: [1,2]
            x-point: {"x":1,"y":2,"sum":0}
            x-scalar: 1.5
            """,
            string.Join('\n', response.Headers
                .Where(header => header.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                .OrderBy(header => header.Key, StringComparer.Ordinal)
                .Select(header => $"{header.Key}: {string.Join('|', header.Value)}")));
    }

    [Fact]
    public async Task Events_carry_JSON_and_text()
    {
        await using var app = await StartAsync(web => web.MapJero());
        using var client = Client(app);

        Assert.Equal(
            "data: {\"x\":1,\"y\":2,\"sum\":0}\n\nevent: moved\nid: 2\nretry: 3000\ndata: {\"x\":3,\"y\":4,\"sum\":0}\n\n",
            await client.GetStringAsync("/events", Cancellation));
        Assert.Equal("data: one\ndata: two\n\n", await client.GetStringAsync("/text", Cancellation));
    }

    [Fact]
    public async Task A_problem_that_a_handler_throws_is_the_response()
    {
        await using var app = await StartAsync(web => web.MapJero());
        using var client = Client(app);

        using var response = await client.DeleteAsync("/marked", Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("Not now.", (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Attributes_of_the_class_and_the_method_are_metadata_of_the_endpoint()
    {
        await using var app = await StartAsync(web => web.MapJero());
        var endpoint = app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Single(candidate => candidate.RoutePattern.RawText == "/marked" && candidate.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains("GET"));

        var markers = endpoint.Metadata.GetOrderedMetadata<MarkerAttribute>();

        Assert.Equal(["class", "method"], markers.Select(marker => marker.Name));
        Assert.Equal([1, 2], markers[1].Numbers);
        Assert.Equal(typeof(Point), markers[1].Type);
    }

    [Fact]
    public async Task An_attribute_of_a_base_class_is_metadata_too()
    {
        await using var app = await StartAsync(web => web.MapEndpoint<InheritedEndpoint>());

        var endpoints = app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.Equal(2, endpoints.Count);
        Assert.All(endpoints, endpoint => Assert.Equal("base", endpoint.Metadata.GetMetadata<MarkerAttribute>()?.Name));
    }

    [Theory]
    [InlineData("/inherited", "null")]
    [InlineData("/inherited/x", "\"x\"")]
    public async Task An_optional_route_value_that_is_missing_is_null(string path, string expected)
    {
        await using var app = await StartAsync(web => web.MapEndpoint<InheritedEndpoint>());
        using var client = Client(app);

        Assert.Equal(expected, await client.GetStringAsync(path, Cancellation));
    }

    [Fact]
    public async Task A_group_gives_its_prefix_and_its_filters_which_see_and_replace()
    {
        await using var app = await StartAsync(web =>
        {
            var group = web.MapGroup("/v1");
            group.AddEndpointFilter(async (context, next) => context.GetArgument<int>(0) switch
            {
                66 => await next(context),
                67 => Results.StatusCode(StatusCodes.Status418ImATeapot),
                _ => "replaced",
            });
            group.MapEndpoint<MarkedGetOnly>();
        });
        using var client = Client(app);

        Assert.Equal("B", await client.GetStringAsync("/v1/filtered?number=66", Cancellation));
        Assert.Equal("replaced", await client.GetStringAsync("/v1/filtered?number=1", Cancellation));
        using var response = await client.GetAsync(new Uri("/v1/filtered?number=67", UriKind.Relative), Cancellation);
        Assert.Equal(StatusCodes.Status418ImATeapot, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_convention_on_MapJero_applies_to_every_endpoint()
    {
        await using var app = await StartAsync(web => web.MapJero().WithMetadata("mark"));

        var endpoints = app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.Equal("mark", endpoint.Metadata.GetMetadata<string>()));
    }

    private static HttpClient Client(App app) => new() { BaseAddress = app.Address };

    private static Task<App> StartAsync(Action<WebApplication> map, Journal? journal = null) => App.StartAsync(map, services =>
    {
        services.AddSingleton(journal ?? new Journal());
        services.AddKeyedSingleton("keyed", new Journal());
    });
}

[Endpoint("/filtered")]
internal sealed partial class MarkedGetOnly
{
    public BytesResponse Get(int number) => new(new[] { (byte)number });
}
