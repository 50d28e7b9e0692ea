using System.Text.Json;
using System.Text.Json.Nodes;
using Shared;

namespace Samples.Tests.Assistant;

/// <summary>The document of the sample, before validators of others.</summary>
public sealed class DocumentTests : IDisposable
{
    private readonly AssistantApp _app = AssistantApp.Embedded();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_document_tells_the_kinds_of_chunks_apart()
    {
        var document = JsonDocument.Parse(await ServedAsync()).RootElement;

        var discriminator = document.GetProperty("components").GetProperty("schemas").GetProperty("Chunk").GetProperty("discriminator");
        Assert.Equal("type", discriminator.GetProperty("propertyName").GetString());
        Assert.Equal(["delta", "done", "error"], discriminator.GetProperty("mapping").EnumerateObject().Select(kind => kind.Name));
        var item = document.GetProperty("paths").GetProperty("/questions").GetProperty("post").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/x-ndjson").GetProperty("itemSchema");
        Assert.Equal("#/components/schemas/Chunk", item.GetProperty("$ref").GetString());
    }

    [Fact]
    public async Task The_document_is_valid_and_so_is_every_line_of_an_answer()
    {
        var answer = await _app.AskForLinesAsync("What is a stream?");
        JsonNode?[] chunks = [.. answer.Select(line => JsonNode.Parse(line)), JsonNode.Parse("""{"type":"error","message":"why"}""")];
        JsonNode?[] others = [JsonNode.Parse("""{"type":"delta"}"""), JsonNode.Parse("""{"type":"other","text":"x"}""")];

        var results = await Validator.ValidateAsync(
            await ServedAsync(),
            new Validator.Check(Validator.Pointer("components", "schemas", "Chunk"), chunks),
            new Validator.Check(Validator.Pointer("components", "schemas", "Chunk"), others));

        Assert.All(results[0], Assert.True);
        Assert.All(results[1], Assert.False);
        await Validator.LintAsync(await ServedAsync());
    }

    [Fact]
    public async Task The_build_has_written_the_bytes_that_are_served()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var file = Path.Combine(Repository.Root, "samples", "Assistant", "bin", configuration, "net10.0", "Assistant.json");

        Assert.Equal(await ServedAsync(), await File.ReadAllBytesAsync(file, Cancellation));
    }

    private Task<byte[]> ServedAsync() => _app.Client.GetByteArrayAsync("/openapi.json", Cancellation);
}
