using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace OpenApi.Tests;

/// <summary>The documents as Microsoft.OpenApi reads them.</summary>
public sealed class ReaderTests(KitchenApp kitchen, MoviesServer movies) : IClassFixture<KitchenApp>, IClassFixture<MoviesServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kitchen", "3.2")]
    [InlineData("kitchen", "3.1")]
    [InlineData("movies", "3.2")]
    [InlineData("movies", "3.1")]
    public async Task It_is_read_without_an_error_and_every_reference_resolves(string app, string version)
    {
        var (document, diagnostic) = await ReadAsync(app, version);

        Assert.Equal(version == "3.2" ? OpenApiSpecVersion.OpenApi3_2 : OpenApiSpecVersion.OpenApi3_1, diagnostic.SpecificationVersion);
        Assert.Empty(diagnostic.Errors);
        Assert.Empty(diagnostic.Warnings);
        var references = new ReferenceVisitor();
        new OpenApiWalker(references).Walk(document);
        references.VisitItems(document);
        Assert.NotEmpty(references.Found);
        Assert.Empty(references.Dangling);
    }

    [Fact]
    public async Task Streams_are_read_with_the_schema_of_their_items()
    {
        var (document, _) = await ReadAsync("movies", "3.2");

        var content = document.Paths["/movies"].Operations![HttpMethod.Get].Responses!["200"].Content!["application/x-ndjson"];
        Assert.Null(content.Schema);
        Assert.Equal("Movie", Assert.IsType<OpenApiSchemaReference>(content.ItemSchema).Reference.Id);
        var events = document.Paths["/events"].Operations![HttpMethod.Get].Responses!["200"].Content!["text/event-stream"].ItemSchema!;
        var data = Assert.IsType<IOpenApiSchemaMissingProperties>(events.Properties!["data"], exactMatch: false);
        Assert.Equal("application/json", data.ContentMediaType);
        Assert.Equal("Movie", Assert.IsType<OpenApiSchemaReference>(data.ContentSchema).Reference.Id);
    }

    [Fact]
    public async Task A_dangling_reference_in_an_item_schema_is_found()
    {
        var json = await movies.CreateClient().GetStringAsync(new Uri("/openapi.json", UriKind.Relative), Cancellation);
        var result = OpenApiDocument.Parse(json.Replace("\"itemSchema\": {\n                  \"$ref\": \"#/components/schemas/Movie\"", "\"itemSchema\": {\n                  \"$ref\": \"#/components/schemas/Nothing\"", StringComparison.Ordinal));

        var references = new ReferenceVisitor();
        references.VisitItems(result.Document!);

        Assert.Equal(["Nothing"], references.Dangling.Distinct());
    }

    private async Task<(OpenApiDocument Document, OpenApiDiagnostic Diagnostic)> ReadAsync(string app, string version)
    {
        var client = app == "kitchen" ? kitchen.Client : movies.CreateClient();
        var result = OpenApiDocument.Parse(await client.GetStringAsync(new Uri($"/openapi.json?version={version}", UriKind.Relative), Cancellation));
        return (result.Document!, result.Diagnostic!);
    }
}
