using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

public sealed class ExtraElements
{
    public int Id { get; set; }
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
    public string? After { get; set; }
}

public sealed class ExtraObjects
{
    [JsonExtensionData]
    public IDictionary<string, object?> Extra { get; set; } = new Dictionary<string, object?>();
    public int Id { get; set; }
}

public sealed class ExtraNode
{
    [JsonExtensionData]
    public JsonObject? Extra { get; set; }
}

[Endpoint("/corpus/extras/elements")]
public sealed partial class ExtraElementsCase : CorpusCase<ExtraElements>
{
    protected override IEnumerable<ExtraElements> Values =>
    [
        new(),
        new() { Extra = [] },
        new() { Id = 1, After = "a", Extra = new() { ["Pascal \"é\""] = Element("{ \"a\" : [ 1 , null ] }"), ["n"] = Element("null"), ["t"] = Element("\"\\u00e9<\"") } },
    ];

    public NDJSONStreamingResponse<ExtraElements> Get() => Stream();

    private static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;
}

[Endpoint("/corpus/extras/objects")]
public sealed partial class ExtraObjectsCase : CorpusCase<ExtraObjects>
{
    protected override IEnumerable<ExtraObjects> Values =>
        [new(), new() { Id = 1, Extra = { ["a"] = 1, ["b"] = "t", ["c"] = null, ["d"] = new Box(1, null), ["e"] = JsonDocument.Parse("[1]").RootElement } }];

    public NDJSONStreamingResponse<ExtraObjects> Get() => Stream();
}

[Endpoint("/corpus/extras/node")]
public sealed partial class ExtraNodeCase : CorpusCase<ExtraNode>
{
    protected override IEnumerable<ExtraNode> Values =>
        [new(), new() { Extra = [] }, new() { Extra = new() { ["a"] = 1, ["b"] = new JsonArray(1, null, "x"), ["c"] = null } }];

    public NDJSONStreamingResponse<ExtraNode> Get() => Stream();
}
