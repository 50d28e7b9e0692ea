using System.Text.Json;

namespace Package.Tests;

/// <summary>What a build of a real project writes and says: the files of the documents, the rules of the package's analyzers.</summary>
public sealed class DocumentTests(Feed feed)
{
    private const string Orders =
        """

        public sealed record Order(int Id, Kind Kind, [property: System.ComponentModel.DataAnnotations.MinLength(1)] List<string> Lines);

        public enum Kind { Plain, Urgent }

        [Endpoint("/live")]
        public sealed partial class LiveEndpoint
        {
            public SSEResponse<Word> Get(Kind kind) => new(AsyncEnumerable.Empty<Word>());

            public JSONResponse<Order> Post(Order order) => new(order);
        }
        """;

    [Fact]
    public async Task A_build_writes_every_document_each_in_its_version_and_with_its_schema_of_streams()
    {
        using var consumer = Consumer.OfApp(feed);
        consumer.Edit(
            "App.csproj",
            "</PropertyGroup>",
            "<OpenApiDocumentsDirectory>documents</OpenApiDocumentsDirectory></PropertyGroup><ItemGroup><PackageReference Include=\"Microsoft.Extensions.ApiDescription.Server\" Version=\"10.0.15\" PrivateAssets=\"all\" /></ItemGroup>");
        consumer.Edit(
            "Program.cs",
            "var app = builder.Build();",
            "builder.Services.AddJero(); var app = builder.Build();");
        consumer.Edit(
            "Program.cs",
            "app.MapJeroOpenApi();",
            """
            app.MapJeroOpenApi();
            foreach (var schema in Enum.GetValues<JeroStreamSchema>())
            {
                app.MapJeroOpenApi($"/{schema}.json", options =>
                {
                    options.DocumentName = $"{schema}";
                    options.SpecificationVersion = JeroOpenApiVersion.OpenApi31;
                    options.StreamSchema = schema;
                });
            }
            """);
        await File.AppendAllTextAsync(Path.Combine(consumer.Project, "Program.cs"), Orders, TestContext.Current.CancellationToken);

        await consumer.RunAsync("build", "-warnaserror");

        var folder = Path.Combine(consumer.Project, "documents");
        Assert.Equal(["App.json", "App_Binary.json", "App_Item.json", "App_Text.json"], Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var current = Read(folder, "App.json");
        Assert.StartsWith("3.2.", current.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"itemSchema":{"$ref":"#/components/schemas/Word"}}""", Body(current, "/words", "application/x-ndjson"));
        Assert.Equal("""{"$ref":"#/components/schemas/KindName"}""", Compact(current.RootElement.GetProperty("paths").GetProperty("/live").GetProperty("get").GetProperty("parameters")[0].GetProperty("schema")));
        foreach (var (name, lines, events) in ((string, string, string)[])
        [
            ("Text", """{"type":"string"}""", """{"type":"string"}"""),
            ("Binary", """{"type":"string","format":"binary"}""", """{"type":"string","format":"binary"}"""),
            ("Item", """{"$ref":"#/components/schemas/Word"}""", """{"$ref":"#/components/schemas/Word"}"""),
        ])
        {
            using var document = Read(folder, $"App_{name}.json");
            Assert.StartsWith("3.1.", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
            Assert.Equal($$"""{"schema":{{lines}},"x-itemSchema":{"$ref":"#/components/schemas/Word"} }""".Replace(" }", "}", StringComparison.Ordinal), Body(document, "/words", "application/x-ndjson"));
            Assert.StartsWith($$"""{"schema":{{events}},"x-itemSchema":{""", Body(document, "/live", "text/event-stream"), StringComparison.Ordinal);
            Assert.Equal(Compact(current.RootElement.GetProperty("components")), Compact(document.RootElement.GetProperty("components")));
        }
    }

    [Fact]
    public async Task A_source_that_is_not_asynchronous_is_named_with_what_to_write()
    {
        using var consumer = Consumer.OfApp(feed);
        consumer.Edit("Program.cs", ".ToAsyncEnumerable()", ".ToList()");

        var (exitCode, output) = await consumer.TryAsync("build");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error JERO044", output, StringComparison.Ordinal);
        Assert.Contains(".ToAsyncEnumerable()'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_lengths_is_no_trimmers_warning_where_the_value_has_a_count()
    {
        using var consumer = Consumer.OfApp(feed);
        await File.AppendAllTextAsync(Path.Combine(consumer.Project, "Program.cs"), Orders, TestContext.Current.CancellationToken);
        await consumer.RunAsync("build", "-warnaserror", "-p:PublishAot=true");

        consumer.Edit("Program.cs", "List<string> Lines", "HashSet<string> Lines");
        var (exitCode, output) = await consumer.TryAsync("build", "-warnaserror", "-p:PublishAot=true");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error IL2026", output, StringComparison.Ordinal);
    }

    private static JsonDocument Read(string folder, string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));

    private static string Body(JsonDocument document, string path, string contentType) => Compact(document.RootElement.GetProperty("paths").GetProperty(path)
        .GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty(contentType));

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
