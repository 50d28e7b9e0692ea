using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>What ApiExplorer and Microsoft.AspNetCore.OpenApi see, beside a minimal API of the same signature.</summary>
public sealed class DescriptionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApiExplorer_lists_each_handler_once_and_head_never()
    {
        await using var app = await StartAsync(web =>
        {
            web.MapEndpoint<VerbsCitizen>();
            web.MapGroup("/v1").MapEndpoint<StreamCitizen>();
        });

        Assert.Equal(
            ["DELETE citizen/verbs", "GET citizen/verbs", "GET v1/citizen/stream", "POST citizen/verbs", "PUT citizen/verbs"],
            Descriptions(app).Select(api => $"{api.HttpMethod} {api.RelativePath}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Parameters_are_described_as_those_of_a_minimal_API()
    {
        await using var app = await StartAsync(web =>
        {
            web.MapEndpoint<ArgumentsCitizen>();
            web.MapGet("/minimal/{id:int}", (
                int id, Trace trace, string? text, [FromHeader(Name = "X-Mark")] string? request, [FromQuery(Name = "n")] int number = 7,
                CancellationToken token = default) => TypedResults.Ok("x"));
        });

        var ours = Parameters(app, "citizen/{id:int}");
        Assert.Equal(["id Path Int32 True ", "text Query String False ", "X-Mark Header String False ", "n Query Int32 False 7"], ours);
        Assert.Equal(Parameters(app, "minimal/{id:int}"), ours);
    }

    [Theory]
    [InlineData("citizen/stream", "200 Movie application/x-ndjson")]
    [InlineData("citizen/events", "200 Movie text/event-stream")]
    [InlineData("citizen/verbs", "200 String application/json")]
    [InlineData("minimal/stream", "200 Movie application/x-ndjson")]
    [InlineData("minimal/task", "200 String text/event-stream")]
    [InlineData("minimal/union", "200 Movie application/x-ndjson, 404 Void ")]
    [InlineData("minimal/bytes", "200 Stream application/octet-stream")]
    public async Task Responses_are_described_by_status_item_and_content_type(string path, string responses)
    {
        await using var app = await StartAsync(web =>
        {
            web.MapEndpoint<StreamCitizen>();
            web.MapEndpoint<EventsCitizen>();
            web.MapEndpoint<VerbsCitizen>();
            web.MapGet("/minimal/stream", (Trace trace) => new NDJSONStreamingResponse<Movie>(trace.Movies()));
            web.MapGet("/minimal/task", (Trace trace) => Task.FromResult(new SSEResponse(Texts())));
            web.MapGet("/minimal/union", Results<NDJSONStreamingResponse<Movie>, NotFound> (Trace trace) => TypedResults.NotFound());
            web.MapGet("/minimal/bytes", () => new BytesResponse(default));
        });

        var api = Descriptions(app).First(candidate => candidate.RelativePath == path && candidate.HttpMethod == "GET");

        Assert.Equal(responses, string.Join(", ", api.SupportedResponseTypes.Select(response =>
            $"{response.StatusCode} {response.Type?.Name} {string.Join('|', response.ApiResponseFormats.Select(format => format.MediaType))}")));
    }

    [Fact]
    public async Task The_framework_s_document_has_the_operation_its_parameters_and_its_response()
    {
        await using var app = await StartAsync(web =>
        {
            web.MapEndpoint<ArgumentsCitizen>();
            web.MapEndpoint<StreamCitizen>();
            web.MapEndpoint<DecoratedCitizen>();
            web.MapGet("/minimal/bytes", () => new BytesResponse(default));
            web.MapOpenApi();
        }, services => services.AddOpenApi());
        using var client = new HttpClient { BaseAddress = app.Address };

        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancellation));
        var paths = document.RootElement.GetProperty("paths");

        Assert.Equal(
            ["/citizen/decorated get", "/citizen/stream get", "/citizen/{id} get", "/minimal/bytes get"],
            paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{path.Name} {operation.Name}")).Order(StringComparer.Ordinal));
        var arguments = paths.GetProperty("/citizen/{id}").GetProperty("get");
        Assert.Equal(
            ["id path True", "text query False", "X-Mark header False", "n query False"],
            arguments.GetProperty("parameters").EnumerateArray().Select(parameter =>
                $"{parameter.GetProperty("name").GetString()} {parameter.GetProperty("in").GetString()} {parameter.TryGetProperty("required", out var required) && required.GetBoolean()}"));
        var item = paths.GetProperty("/citizen/stream").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/x-ndjson");
        Assert.Equal("#/components/schemas/Movie", item.GetProperty("schema").GetProperty("$ref").GetString());
        Assert.True(document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Movie").GetProperty("properties").TryGetProperty("title", out _));
        var decorated = paths.GetProperty("/citizen/decorated").GetProperty("get");
        Assert.Equal(("A summary.", "A description."), (decorated.GetProperty("summary").GetString(), decorated.GetProperty("description").GetString()));
        var bytes = paths.GetProperty("/minimal/bytes").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/octet-stream");
        Assert.Equal("binary", Resolve(document, bytes.GetProperty("schema")).GetProperty("format").GetString());
    }

    [Fact]
    public async Task What_is_excluded_at_mapping_is_in_neither()
    {
        await using var app = await StartAsync(web => web.MapEndpoint<VerbsCitizen>().ExcludeFromDescription());

        Assert.Empty(Descriptions(app));
    }

    private static JsonElement Resolve(JsonDocument document, JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
        : schema;

    private static IEnumerable<ApiDescription> Descriptions(App app) =>
        app.Web.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(group => group.Items);

    private static IEnumerable<string> Parameters(App app, string path) =>
        Descriptions(app).Single(api => api.RelativePath == path).ParameterDescriptions.Select(parameter =>
            $"{parameter.Name} {parameter.Source.Id} {parameter.Type.Name} {parameter.IsRequired} {parameter.DefaultValue}");

    private static async IAsyncEnumerable<string> Texts()
    {
        await Task.Yield();
        yield return "text";
    }

    private static Task<App> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null) => Citizen.StartAsync(new Trace(), map, all =>
    {
        all.AddEndpointsApiExplorer();
        services?.Invoke(all);
    });
}
