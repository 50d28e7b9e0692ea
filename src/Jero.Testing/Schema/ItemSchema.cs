using System.Text.Json;
using System.Text.Json.Nodes;
using Jero.Testing.Client;
using Json.Schema;

namespace Jero.Testing.Schema;

/// <summary>Checks items against the schema of one stream.</summary>
internal sealed class ItemSchema(JsonSchema schema)
{
    private static readonly EvaluationOptions List = new() { OutputFormat = OutputFormat.List };

    /// <summary>Returns what is wrong with an item, one fault on each line; null if it fits.</summary>
    public string? FaultsOf(RawItem item, bool isEvent)
    {
        JsonNode? data;
        try
        {
            data = JsonNode.Parse(item.Text);
        }
        catch (JsonException)
        {
            // This is text, or not JSON at all. A schema of text fits the former, and reading the item reports what is wrong with the
            // latter.
            data = item.Text;
        }

        var value = isEvent ? Event(item, data) : data;
        var results = schema.Evaluate(JsonSerializer.SerializeToElement(value, JsonNodeContext.Default.JsonNode), List);
        if (results.IsValid)
        {
            return null;
        }

        var faults = (results.Details ?? [])
            .Where(detail => detail.Errors is { Count: > 0 })
            .SelectMany(detail => detail.Errors!.Select(error => $"{Place(detail.InstanceLocation.ToString(), isEvent)}: {error.Value}"))
            .Where(fault => !fault.Contains("All values fail against the false schema", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
        return string.Join('\n', faults);
    }

    private static JsonObject Event(RawItem item, JsonNode? data)
    {
        var value = new JsonObject { ["data"] = data };
        if (item.Id is not null)
        {
            value["id"] = item.Id;
        }

        if (item.Event is not null)
        {
            value["event"] = item.Event;
        }

        return value;
    }

    private static string Place(string pointer, bool isEvent)
    {
        var place = isEvent && pointer.StartsWith("/data", StringComparison.Ordinal) ? pointer["/data".Length..] : pointer;
        return place.Length == 0 ? "the item" : place;
    }
}
