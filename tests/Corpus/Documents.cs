using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Jero;

namespace Corpus;

public sealed record Documents(JsonElement Element, JsonElement? Maybe, JsonDocument? Document, JsonNode? Node, JsonObject? Object, JsonArray? Array, JsonValue? Value);

public sealed record Anything(object? Value, object?[] Many, Dictionary<string, object?> Named);

/// <summary>Metadata of the one value that a document holds as an object.</summary>
[JsonSerializable(typeof(Box))]
internal sealed partial class BoxJson : JsonSerializerContext;

[Endpoint("/corpus/documents/dom")]
public sealed partial class DocumentsCase : CorpusCase<Documents>
{
    private const string Json = """{ "a" : [ 1 , 1.0, 1e5, -0.0, null , true ], "é\"\u2028" : { } , "dup":1, "dup":2, "u":"\u00e9\ud83d\ude00</&" }""";

    private static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;

    protected override IEnumerable<Documents> Values =>
    [
        new(Element("null"), null, null, null, null, null, null),
        new(
            Element(Json), Element("\"text\""), JsonDocument.Parse("[ 1 ]"), JsonNode.Parse("{ \"n\" : [ ] }"),
            new JsonObject { ["x"] = 1, ["y"] = null }, new JsonArray(1, "a", null, new JsonObject()), JsonValue.Create(1.10m)),
        new(Element("12345678901234567890.123"), Element("false"), JsonDocument.Parse("\"\""), JsonValue.Create("é<\u2028"), [], [], JsonValue.Create(new Box(1, null), BoxJson.Default.Box)),
    ];

    public NDJSONStreamingResponse<Documents> Get() => Stream();
}

[Endpoint("/corpus/documents/objects")]
public sealed partial class AnythingCase : CorpusCase<Anything>
{
    // By the type each value has when it is written.
    private static readonly object?[] Corners =
    [
        null, true, (sbyte)-1, (byte)1, (short)-2, (ushort)2, -3, 3u, -4L, 4UL, 0.5f, -0.0, 1.10m, 'c', "text", Guid.AllBitsSet, DateTime.UnixEpoch,
        DateTimeOffset.UnixEpoch, DateOnly.MaxValue, TimeOnly.MinValue, TimeSpan.MaxValue, new Uri("https://example.org"), new Version(1, 2), new byte[] { 1, 2 },
        JsonDocument.Parse("[1 , 2]").RootElement, JsonNode.Parse("{\"a\" : 1}"), new JsonArray(), IntKind.One, Season.Autumn, new Box(1, "b"), new Plot(1, 2), new Circle(),
        new object(),
    ];

    protected override IEnumerable<Anything> Values =>
        [new(null, [], []), .. Corners.Select(value => new Anything(value, [value, null], new() { ["k"] = value })), new(1, Corners, [])];

    public NDJSONStreamingResponse<Anything> Get() => Stream();
}
