using System.Text.Json;
using Generator.Tests.Harness;

namespace Generator.Tests;

/// <summary>The statuses that the document lists, and what it says of each.</summary>
public sealed class OpenApiResponseTests
{
    [Theory]
    [InlineData("public JSONResponse<int> Post() => new(1) { StatusCode = 201 };", "201")]
    [InlineData("public JSONResponse<int> Post() { return new JSONResponse<int>(1) { StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status202Accepted }; }", "202")]
    [InlineData("public JSONResponse<int> Post(bool b) => b ? new(1) : new JSONResponse<int>(2) { StatusCode = 201 };", "200 201 400")]
    [InlineData("public JSONResponse<int> Post(int status) => new(1) { StatusCode = status };", "200 400")]
    [InlineData("public async Task<JSONResponse<int>> Post() { await Task.Yield(); return new(1) { StatusCode = 201 }; }", "201")]
    [InlineData("public NDJSONStreamingResponse<int> Post() => new((IAsyncEnumerable<int>)null!) { StatusCode = 207 };", "207")]
    [InlineData("public JSONResponse<int> Post() => Make(); static JSONResponse<int> Make() => new(1) { StatusCode = 201 };", "200")]
    [InlineData("public JSONResponse<int> Post() => JSONResponse.Created(\"/a/1\", 1);", "201")]
    [InlineData("public JSONResponse<int> Post() => JSONResponse.Accepted(new Uri(\"/a/1\", UriKind.Relative), 1);", "202")]
    [InlineData("[ProducesResponseType<int>(201)] public JSONResponse<int> Post() => new(1);", "201")]
    [InlineData("[ProducesResponseType(201)] public JSONResponse<int> Post() => new(1);", "201")]
    [InlineData("[ProducesResponseType(typeof(int), 200), ProducesResponseType(typeof(int), 201)] public JSONResponse<int> Post() => new(1);", "200 201")]
    [InlineData("[ProducesResponseType(404), ProducesResponseType<string>(409)] public JSONResponse<int> Post() => new(1);", "200 404 409")]
    [InlineData("/// <response code=\"404\">None.</response>\n public JSONResponse<int> Post() => new(1);", "200 404")]
    [InlineData("/// <response code=\"default\">None.</response>\n public JSONResponse<int> Post() => new(1);", "200")]
    public void The_statuses_are_those_that_are_sent_or_declared(string handler, string statuses)
    {
        var responses = Responses("", handler);

        Assert.Equal(statuses, string.Join(' ', responses.EnumerateObject().Select(response => response.Name)));
    }

    [Fact]
    public void A_created_resource_has_a_location_beside_its_typed_headers()
    {
        var created = Responses(
            "public sealed record H(string? Version);",
            "public JSONResponse<int, H> Post() => JSONResponse.Created(\"/a/1\", 1, new H(\"1\"));").GetProperty("201");

        Assert.Equal(["location", "version"], created.GetProperty("headers").EnumerateObject().Select(header => header.Name).Order());
        Assert.True(created.GetProperty("headers").GetProperty("location").GetProperty("required").GetBoolean());
        Assert.Equal("integer", created.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("type").GetString());
    }

    [Fact]
    public void Documentation_describes_the_responses()
    {
        var responses = Responses(
            "",
            """
            /// <returns>The number that was <c>taken</c>.</returns>
            /// <response code="400">The text is bad.</response>
            /// <response code="404">No such thing.</response>
            /// <response code="409">Taken by another.</response>
            public Results<JSONResponse<int>, Conflict<string>> Post(int id) => new JSONResponse<int>(1);
            """);

        Assert.Equal("The number that was taken.", Description(responses, "200"));
        Assert.Equal("The text is bad.", Description(responses, "400"));
        Assert.Equal("#/components/responses/Problem", responses.GetProperty("400").GetProperty("$ref").GetString());
        Assert.Equal("No such thing.", Description(responses, "404"));
        Assert.Equal("#/components/responses/Problem", responses.GetProperty("404").GetProperty("$ref").GetString());
        Assert.Equal("Taken by another.", Description(responses, "409"));
        Assert.Equal("string", responses.GetProperty("409").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("Conflict<ProblemDetails>", "409")]
    [InlineData("BadRequest<Microsoft.AspNetCore.Http.HttpValidationProblemDetails>", "400")]
    [InlineData("InternalServerError<ProblemDetails>", "500")]
    public void A_problem_as_a_value_is_described_under_the_media_type_that_is_sent(string result, string status)
    {
        var content = Responses("", $"public Results<JSONResponse<int>, {result}> Post() => new JSONResponse<int>(1);").GetProperty(status).GetProperty("content");

        Assert.Equal("{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/ProblemDetails\"}}}", Compact(content));
    }

    [Theory]
    [InlineData("ProblemHttpResult", "default")]
    [InlineData("ValidationProblem", "400")]
    public void A_result_that_sends_a_problem_is_described_as_one(string result, string status)
    {
        var response = Responses("", $"public Results<JSONResponse<int>, {result}> Post() => new JSONResponse<int>(1);").GetProperty(status);

        Assert.Equal("#/components/responses/Problem", response.GetProperty("$ref").GetString());
    }

    [Fact]
    public void A_type_that_only_an_attribute_names_is_a_component()
    {
        var run = Run("public sealed record Fault(string Reason);", "[ProducesResponseType<Fault>(409, Description = \"Taken.\")] public JSONResponse<int> Post() => new(1);");

        var conflict = OpenApiTests.Literal(run, "E.g.cs").GetProperty("responses").GetProperty("409");
        Assert.Equal("Taken.", conflict.GetProperty("description").GetString());
        Assert.Contains("JeroJson._Fault.g.cs", run.Files.Keys);
    }

    private static string? Description(JsonElement responses, string status) => responses.GetProperty(status).GetProperty("description").GetString();

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);

    private static JsonElement Responses(string types, string handler) => OpenApiTests.Literal(Run(types, handler), "E.g.cs").GetProperty("responses");

    private static GeneratorRun Run(string types, string handler) => GeneratorTest.Run(
        $$"""
        using Microsoft.AspNetCore.Http.HttpResults;
        {{types}}
        [Endpoint("/e")]
        public sealed partial class E
        {
            {{handler}}
        }
        """);
}
