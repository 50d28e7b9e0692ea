using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jero;
using Shared;

namespace Runtime.Tests.OpenApi;

/// <summary>What a document says of a body that is read item by item, beside what docs/openapi.md says that it says.</summary>
public sealed partial class SequenceBodyTests
{
    [Fact]
    public async Task A_document_is_as_the_page_shows_it()
    {
        var operation = (await Served.DocumentAsync(static web => web.MapEndpoint<ReadingsEndpoint>())).Operation("/readings", "post");

        Assert.True(JsonNode.DeepEquals(Shown("requestBody"), JsonNode.Parse(operation.GetProperty("requestBody").GetRawText())), operation.GetRawText());
        Assert.Equal(["200", "400", "413", "415", "422", "500"], operation.GetProperty("responses").Names());
    }

    [Fact]
    public async Task An_older_document_describes_a_sequence_as_it_describes_a_stream()
    {
        var content = (await Served.DocumentAsync(static web => web.MapEndpoint<ReadingsEndpoint>(), query: "?version=3.1"))
            .Operation("/readings", "post").GetProperty("requestBody").GetProperty("content");

        foreach (var type in new[] { "application/x-ndjson", "application/jsonl", "application/json-seq" })
        {
            Assert.True(JsonNode.DeepEquals(Shown("application/x-ndjson", "schema"), JsonNode.Parse(content.GetProperty(type).GetRawText())), content.GetRawText());
        }

        Assert.Equal("""{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Reading"}}}""", content.GetProperty("application/json").Compact());
    }

    [Fact]
    public async Task A_body_that_is_not_described_says_what_it_is()
    {
        var body = (await Served.DocumentAsync(static web => web.MapEndpoint<ReadingsEndpoint>())).Operation("/readings", "put").GetProperty("requestBody");

        Assert.Equal(
            "A sequence of JSON values, read as they come: one a line, an RFC 7464 sequence, or one array.", body.GetProperty("description").GetString());
    }

    // The block of the page's section that begins with this member.
    private static JsonNode? Shown(string name, string? member = null)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/openapi.md"));
        var section = page[page.IndexOf("### Bodies of several items", StringComparison.Ordinal)..];
        var block = Block().Matches(section).Select(static match => match.Groups[1].Value)
            .First(text => text.StartsWith($"\"{name}\": {{\n  \"{member ?? "description"}\"", StringComparison.Ordinal));
        return JsonNode.Parse($"{{{block}}}")![name];
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}

public sealed record Reading(string Sensor, double Value);

public sealed record Imported(int Count);

[Endpoint("/readings", MapManually = true)]
public sealed partial class ReadingsEndpoint
{
    /// <param name="readings">What the sensors saw, in any order.</param>
    public async Task<JSONResponse<Imported>> PostAsync(IAsyncEnumerable<Reading> readings) => new(new Imported(await readings.CountAsync()));

    public JSONResponse<Imported> Put(IAsyncEnumerable<Reading> readings) => new(new Imported(readings is null ? 1 : 0));
}
