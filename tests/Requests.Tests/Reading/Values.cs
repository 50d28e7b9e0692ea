using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Jero;
using Microsoft.AspNetCore.Mvc;

namespace Requests.Tests.Reading;

/// <summary>Handlers that use all that they are given, so that nothing is found out too late.</summary>
[Endpoint("/reading/node")]
public sealed partial class NodeEndpoint
{
    public JSONResponse<string> Post([FromBody] JsonNode node) => new(Values.Use(node));

    public JSONResponse<string> Put([FromBody] JsonObject node) => new(Values.Use(node));

    public JSONResponse<string> Patch([FromBody] JsonArray node) => new(Values.Use(node));

    public JSONResponse<string> Delete([FromBody] JsonValue node) => new(Values.Use(node));
}

[Endpoint("/reading/element")]
public sealed partial class ElementEndpoint
{
    public JSONResponse<string> Post([FromBody] JsonElement element) => new(Values.Use(element));

    public JSONResponse<string> Put([FromBody] JsonDocument document) => new(Values.Use(document.RootElement));

    public JSONResponse<string> Patch([FromBody] object any) => new(Values.Use((JsonElement)any));

    public JSONResponse<string> Delete([FromBody] ValueBag bag) => new(Values.Use(bag.More) + bag.Elements.Sum(static element => Values.Use(element).Length));
}

/// <summary>Read by a context of its own.</summary>
[JeroJsonContext(typeof(ValuesContext)), Endpoint("/reading/own")]
public sealed partial class OwnEndpoint
{
    public JSONResponse<string> Post([FromBody] Own own) => new(Values.Use(own.Node) + Values.Use(own.Object) + Values.Use(own.Element) + own.Map?.Count);
}

public sealed class Own
{
    public JsonNode? Node { get; set; }

    public JsonObject? Object { get; set; }

    public JsonElement Element { get; set; }

    public Dictionary<string, JsonNode?>? Map { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web), JsonSerializable(typeof(Own)), JsonSerializable(typeof(string))]
public sealed partial class ValuesContext : JsonSerializerContext;

public sealed class ValueBag
{
    public List<JsonElement> Elements { get; set; } = [];

    [JsonExtensionData]
    public JsonObject? More { get; set; }
}

internal static class Values
{
    public static string Use(JsonNode? node) => node switch
    {
        JsonObject entity => string.Concat(entity.Select(static member => member.Key + Use(member.Value))) + entity.DeepClone().ToJsonString(),
        JsonArray array => string.Concat(array.Select(Use)) + array.ToJsonString(),
        JsonValue value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
        _ => "null",
    };

    public static string Use(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => string.Concat(element.EnumerateObject().Select(static member => member.Name + Use(member.Value))),
        JsonValueKind.Array => string.Concat(element.EnumerateArray().Select(Use)),
        JsonValueKind.String => element.GetString()!,
        _ => element.ToString(),
    };
}
