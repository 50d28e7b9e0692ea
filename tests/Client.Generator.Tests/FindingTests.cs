using Client.Generator.Tests.Harness;
using Jero.Client.Tool.Commands;

namespace Client.Generator.Tests;

/// <summary>What a client cannot express is said, with its place, and is never wrong code.</summary>
public sealed class FindingTests
{
    private const string Ok = """ "responses": { "200": { "description": "OK" } } """;

    [Theory]
    [InlineData("openapi: 3.1.0", "#", "not JSON")]
    [InlineData("[]", "#", "not a JSON object")]
    [InlineData("{}", "#/openapi", "missing")]
    [InlineData("""{ "swagger": "2.0" }""", "#/openapi", "missing")]
    [InlineData("""{ "openapi": "4.0.0" }""", "#/openapi", "'4.0.0' is not supported")]
    [InlineData("""{ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "paths": {} }""", "#/paths", "no operation")]
    public void A_document_without_a_client_is_an_error(string document, string pointer, string message)
    {
        var finding = Assert.Single(Generated.Refuse(document));

        Assert.Equal(pointer, finding.Pointer);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_for_a_component_that_is_not_there_is_an_error()
    {
        var finding = Assert.Single(Generated.Refuse(Document.Of(Document.Get("/a", "a", "application/json", "")), "--types", "Movie=My.Movie"));

        Assert.Contains("no component 'Movie'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_needs_what_cannot_be_sent_is_left_out()
    {
        var generated = Generated.From(Document.Of(
            $$"""
            "/a": { "get": { "operationId": "a", {{Ok}} } },
            "/b": { "get": { "operationId": "b", "parameters": [ { "name": "f", "in": "query", "required": true, "style": "deepObject", "schema": { "type": "object" } } ], {{Ok}} } },
            "/c/{id}": { "get": { "operationId": "c", {{Ok}} } }
            """));

        Compiled.From(generated.Code);
        Assert.Contains("AAsync(", generated.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("BAsync(", generated.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("CAsync(", generated.Code, StringComparison.Ordinal);
        Assert.Equal(["#/paths/~1b/get/parameters/0", "#/paths/~1b/get", "#/paths/~1c~1{id}/get"], generated.Findings.Select(static finding => finding.Pointer));
    }

    [Fact]
    public void Two_operations_of_one_name_are_two_methods()
    {
        var generated = Generated.From(Document.Of($$""" "/a": { "get": { "operationId": "get_a", {{Ok}} } }, "/b": { "get": { "operationId": "get-a", {{Ok}} } } """));

        Compiled.From(generated.Code);
        Assert.Contains("GetA2Async(", generated.Code, StringComparison.Ordinal);
        Assert.Contains("#/paths/~1b/get", Assert.Single(generated.Findings).Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void References_that_lead_nowhere_or_in_a_circle_are_any_JSON()
    {
        var generated = Generated.From(Document.Of(
            Document.Get("/a", "getA", "application/json", """ "schema": { "$ref": "#/components/schemas/Missing" }""") + ","
                + Document.Get("/b", "getB", "application/json", """ "schema": { "$ref": "#/components/schemas/Tree" }""") + ","
                + Document.Get("/c", "getC", "application/json", """ "schema": { "$ref": "#/components/schemas/Loop" }"""),
            """
            "Tree": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } },
            "Loop": { "$ref": "#/components/schemas/Loop" }
            """));

        Compiled.From(generated.Code);
        Assert.Contains("Task<JsonElement> GetAAsync(", generated.Code, StringComparison.Ordinal);
        Assert.Contains("Task<IReadOnlyList<JsonElement>> GetBAsync(", generated.Code, StringComparison.Ordinal);
        Assert.Contains("Task<JsonElement> GetCAsync(", generated.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_nothing_tells_apart_are_any_JSON()
    {
        var generated = Generated.From(Document.Of(Document.Get(
            "/a",
            "getA",
            "text/event-stream",
            """ "itemSchema": { "oneOf": [ { "type": "object", "properties": { "data": { "type": "string" } } }, { "type": "object", "properties": { "data": { "type": "integer" } } } ] }""")));

        Compiled.From(generated.Code);
        Assert.Contains("EventStream<JsonElement> GetA(", generated.Code, StringComparison.Ordinal);
        Assert.Equal("#/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema", Assert.Single(generated.Findings).Pointer);
    }

    [Theory]
    [InlineData("no option '--colour'", "a.json", "--colour", "red")]
    [InlineData("'--output' needs a value", "a.json", "--output")]
    [InlineData("not a language", "a.json", "--language", "cobol")]
    [InlineData("not a valid name", "a.json", "--class", "My Client")]
    [InlineData("not a valid name", "a.json", "--namespace", "A..B")]
    [InlineData("not a pair", "a.json", "--types", "Movie")]
    [InlineData("a second document", "a.json", "b.json")]
    [InlineData("document is missing", "--check", "--output", "a.cs")]
    [InlineData("needs '--output'", "a.json", "--check")]
    public void Arguments_that_make_no_sense_are_explained(string message, params string[] words)
    {
        using var errors = new StringWriter();

        Assert.Equal(2, GenerateCommand.Run(words, TextWriter.Null, errors));
        Assert.Contains(message, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_writes_checks_and_says_where()
    {
        var folder = Directory.CreateTempSubdirectory("jero-client-");
        try
        {
            var document = Path.Combine(folder.FullName, "shop.json");
            var output = Path.Combine(folder.FullName, "made/Shop.g.cs");
            File.WriteAllText(document, Document.Of(Document.Get("/a", "getA", "application/json", """ "schema": { "$ref": "#/components/schemas/Missing" }""")));
            using var errors = new StringWriter();

            Assert.Equal(1, GenerateCommand.Run([document, "--output", output, "--check"], TextWriter.Null, errors));
            Assert.False(File.Exists(output));
            Assert.Equal(0, GenerateCommand.Run([document, "--output", output], TextWriter.Null, errors));
            Assert.Equal(0, GenerateCommand.Run([document, "--output", output, "--check"], TextWriter.Null, errors));
            File.AppendAllText(output, "// Mine.\n");
            Assert.Equal(1, GenerateCommand.Run([document, "--output", output, "--check"], TextWriter.Null, errors));
            Assert.Contains($"{document} : warning JEROCLIENT002: #/paths/~1a/get/responses/200/content/application~1json/schema: ", errors.ToString(), StringComparison.Ordinal);
            Assert.Contains($"{output} : error JEROCLIENT004: ", errors.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
