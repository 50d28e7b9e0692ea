using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.OpenApi;
using Runtime.Tests.Streaming.Events;

namespace Runtime.Tests.Streaming.Negotiation;

/// <summary>One handler, and the form that a client asks for.</summary>
public sealed class NegotiationTests
{
    private const string Lines = "application/x-ndjson";
    private const string JsonLines = "application/jsonl";
    private const string Sequence = "application/json-seq";
    private const string Events = "text/event-stream";
    private const string Array = "application/json";

    private static readonly Probe Source = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What Accept says, and what is sent to GET and to POST; null is 406.</summary>
    public static TheoryData<string?, string?, string?> Table { get; } = new()
    {
        // Nothing is asked for.
        { null, Lines, Lines },
        { "", Lines, Lines },
        { "*/*", Lines, Lines },
        { "; nonsense", Lines, Lines },

        // One type.
        { Lines, Lines, Lines },
        { JsonLines, JsonLines, JsonLines },
        { Sequence, Sequence, Sequence },
        { Events, Events, null },
        { Array, Array, Array },
        { "APPLICATION/JSON", Array, Array },
        { "application/json; charset=utf-8", Array, Array },
        { "application/json; charset=\"UTF-8\"", Array, Array },
        { "application/json; charset=iso-8859-1", null, null },
        { "application/json; profile=x", null, null },
        { "text/html", null, null },
        { "application/xml, text/csv", null, null },
        { "application/geo+json-seq", null, null },

        // Wildcards.
        { "application/*", Lines, Lines },
        { "text/*", Events, null },
        { "image/*", null, null },
        { "image/*, */*;q=0.1", Lines, Lines },
        { "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Lines, Lines },

        // The most exactly named of equals: what EventSource and axios send.
        { "text/event-stream, */*", Events, Lines },
        { "application/json, text/plain, */*", Array, Array },
        { "application/*, text/event-stream", Events, Lines },
        { "application/json, application/x-ndjson", Lines, Lines },
        { "application/json, application/json-seq", Sequence, Sequence },

        // Qualities.
        { "application/json;q=0.5, application/jsonl", JsonLines, JsonLines },
        { "application/json, application/jsonl;q=0.9", Array, Array },
        { "application/x-ndjson;q=0", null, null },
        { "application/x-ndjson;q=0, */*", JsonLines, JsonLines },
        { "*/*;q=0", null, null },
        { "*/*;q=0, application/json;q=0.001", Array, Array },
        { "application/*;q=0.2, text/*;q=0.3", Events, Lines },
        { "application/*;q=0.2, application/json-seq;q=0.1, text/event-stream;q=0.15", Lines, Lines },
        { "application/json;q=1.000, application/jsonl;q=0.999", Array, Array },
        { "text/event-stream;q=0.1, application/json;q=0.1;ext=1", Events, null },

        // RFC 9110, section 12.5.1.
        { "audio/*; q=0.2, audio/basic", null, null },
        { "text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c", null, null },
        { "text/*, text/plain, text/plain;format=flowed, */*", Events, Lines },
        { "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5", Lines, Lines },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task The_form_is_the_one_that_Accept_prefers(string? accept, string? get, string? post)
    {
        await using var app = await StartAsync();
        Assert.Equal(get, await TypeAsync(app, HttpMethod.Get, "/items", accept));
        Assert.Equal(get, await TypeAsync(app, HttpMethod.Head, "/items", accept));
        Assert.Equal(get, await TypeAsync(app, new HttpMethod("QUERY"), "/items", accept));
        Assert.Equal(post, await TypeAsync(app, HttpMethod.Post, "/items", accept));
        Assert.Equal(get, await TypeAsync(app, HttpMethod.Get, "/minimal", accept));
    }

    [Fact]
    public async Task Lines_are_those_of_the_other_wrapper()
    {
        await using var app = await StartAsync();
        Assert.Equal("{\"title\":\"m0\"}\n{\"title\":\"m1\"}\n", await BodyAsync(app, "/items", Lines));
        Assert.Equal("{\"title\":\"m0\"}\n{\"title\":\"m1\"}\n", await BodyAsync(app, "/items", JsonLines));
    }

    [Fact]
    public async Task Events_have_JSON_data()
    {
        await using var app = await StartAsync();
        Assert.Equal("data: {\"title\":\"m0\"}\n\ndata: {\"title\":\"m1\"}\n\n", await BodyAsync(app, "/items", Events));
        var read = EventStreamParser.Parse(Encoding.UTF8.GetBytes(await BodyAsync(app, "/texts", Events))).Events;
        Assert.Equal(["\"a\\nb\""], read.Select(static item => item.Data));
    }

    [Theory]
    [InlineData("/items", 2)]
    [InlineData("/none", 0)]
    [InlineData("/lifecycle", 1)]
    public async Task An_array_is_read_as_it_comes(string path, int count)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { { "Accept", Array } } };
        await using var body = await client.GetStreamAsync(new Uri(path, UriKind.Relative), Cancellation);
        var read = await JsonSerializer.DeserializeAsyncEnumerable(body, MovieJson.Default.Movie, Cancellation).ToArrayAsync(Cancellation);
        Assert.Equal(Enumerable.Range(0, count).Select(static i => new Movie($"m{i}")), read);
    }

    [Fact]
    public async Task An_array_that_was_cut_short_lacks_its_bracket()
    {
        await using var app = await StartAsync();
        using var client = await RawClient.ReadWholeAsync(app, "/fault", headers: "Accept: application/json\r\n");
        Assert.Equal("[{\"title\":\"m0\"}\n", client.Body);
        Assert.False(client.IsWhole);
    }

    [Fact]
    public async Task A_source_that_fails_before_its_first_item_is_an_error_as_in_the_other_wrapper()
    {
        await using var app = await StartAsync();
        Assert.Equal("500", await TypeAsync(app, HttpMethod.Get, "/broken", Array));
    }

    [Fact]
    public async Task A_sequence_is_read_by_a_reader_of_RFC_7464()
    {
        await using var app = await StartAsync();
        Assert.Equal(["{\"title\":\"m0\"}", "{\"title\":\"m1\"}"], SequenceReader.Read(await BodyAsync(app, "/items", Sequence)));
        Assert.Equal([null, "{\"title\":\"m0\"}"], SequenceReader.Read("\u001e{\"titl\u001e{\"title\":\"m0\"}\n"));
    }

    [Theory]
    [InlineData("application/json-seq")]
    [InlineData("application/geo+json-seq")]
    [InlineData("application/vnd.films+json-seq; v=1")]
    public async Task Lines_under_the_name_of_a_sequence_are_one(string contentType)
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", () => new NDJSONStreamingResponse<Movie>(Source.Ready(2)) { ContentType = contentType }), AddJson);
        Assert.Equal(["{\"title\":\"m0\"}", "{\"title\":\"m1\"}"], SequenceReader.Read(await BodyAsync(app, "/", "*/*")));
    }

    [Fact]
    public async Task A_request_that_takes_nothing_gets_the_list_and_the_source_is_never_opened()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { { "Accept", "text/html" } } };
        using var response = await client.GetAsync(new Uri("items", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            $"{Lines}, {JsonLines}, {Sequence}, {Events}, {Array}.", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Fact]
    public async Task Caches_are_told_that_Accept_has_chosen()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = app.Address };
        using var response = await client.GetAsync(new Uri("items", UriKind.Relative), Cancellation);
        Assert.Equal(["Origin", "Accept"], response.Headers.Vary);
        Assert.Equal("7", response.Headers.GetValues("x-count").Single());
    }

    [Fact]
    public async Task The_document_has_every_form_of_each_method()
    {
        await using var app = await StartAsync();
        foreach (var version in (string[])["3.2", "3.1"])
        {
            var path = JsonNode.Parse(await Served.BytesAsync(app, $"/openapi.json?version={version}"))!["paths"]!["/items"]!;
            var get = path["get"]!["responses"]!["200"]!["content"]!.AsObject();
            Assert.Equal([Lines, JsonLines, Sequence, Events, Array], get.Select(static entry => entry.Key));
            Assert.Equal(
                [Lines, JsonLines, Sequence, Array], path["post"]!["responses"]!["200"]!["content"]!.AsObject().Select(static entry => entry.Key));
            var keyword = version == "3.2" ? "itemSchema" : "x-itemSchema";
            Assert.All((string[])[Lines, JsonLines, Sequence], type => Assert.Equal("#/components/schemas/Movie", (string?)get[type]![keyword]!["$ref"]));
            Assert.Equal(
                "#/components/schemas/Movie", (string?)get[Events]![keyword]!["properties"]!["data"]!["contentSchema"]!["$ref"]);
            Assert.Equal("#/components/schemas/Movie", (string?)get[Array]!["schema"]!["items"]!["$ref"]);
            Assert.NotNull(path["get"]!["responses"]!["406"]);
        }
    }

    [Fact]
    public async Task Descriptions_list_the_forms_of_one_response()
    {
        await using var app = await StartAsync();
        var described = app.Web.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
            .SelectMany(static group => group.Items)
            .Where(static api => api.RelativePath is "items" or "minimal" && api.HttpMethod == "GET")
            .Select(static api => string.Join(", ", api.SupportedResponseTypes.Single(static type => type.StatusCode == 200).ApiResponseFormats.Select(static format => format.MediaType)));
        Assert.Equal(2, described.Count());
        Assert.All(described, static types => Assert.Equal($"{Lines}, {JsonLines}, {Sequence}, {Events}, {Array}", types));
    }

    private static void AddJson(IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default));

    private static Task<App> StartAsync() => App.StartAsync(
        static web =>
        {
            web.MapEndpoint<ItemsEndpoint>();
            web.MapEndpoint<TextsEndpoint>();
            web.MapMethods("/minimal", ["GET", "HEAD"], static () => new StreamedItems<Movie>(Source.Ready(2)));
            web.MapGet("/none", static () => new StreamedItems<Movie>(Source.Ready(0)));
            web.MapGet("/lifecycle", static () => new StreamedItems<Movie>(Source.Lifecycle(Source.Ready(1))));
            web.MapGet("/fault", static () => new StreamedItems<Movie>(Source.Ready(1, new InvalidDataException())));
            web.MapGet("/broken", static () => new StreamedItems<Movie>(Source.Ready(0, new InvalidDataException())));
            web.MapJeroOpenApi();
        },
        AddJson);

    private static async Task<string?> TypeAsync(App app, HttpMethod method, string path, string? accept)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(method, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await client.SendAsync(request, Cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => response.Content.Headers.ContentType!.MediaType,
            HttpStatusCode.NotAcceptable => null,
            var status => $"{(int)status}",
        };
    }

    private static async Task<string> BodyAsync(App app, string path, string accept)
    {
        using var client = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { { "Accept", accept } } };
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
    }
}

[Endpoint("/items")]
internal sealed partial class ItemsEndpoint
{
    public StreamedItems<Movie, Counted> Get(HttpResponse response)
    {
        response.Headers.Vary = "Origin";
        return Make();
    }

    public StreamedItems<Movie, Counted> Query() => Make();

    public StreamedItems<Movie> Post() => new(new Probe().Ready(2));

    private static StreamedItems<Movie, Counted> Make() => new(new Probe().Ready(2)) { Headers = new Counted(7) };
}

internal sealed record Counted(int XCount);

[Endpoint("/texts")]
internal sealed partial class TextsEndpoint
{
    public StreamedItems<string> Get() => new(Enumerable.Repeat("a\nb", 1).ToAsyncEnumerable());
}
