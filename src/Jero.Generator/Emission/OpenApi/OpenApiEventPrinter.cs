using Jero.Generator.Model;

namespace Jero.Generator.Emission.OpenApi;

/// <summary>
/// Prints the schema of an event. To the specification its fields are strings, so <c>contentSchema</c> describes the JSON in <c>data</c>.
/// </summary>
/// <remarks>https://spec.openapis.org/oas/v3.2.0.html#special-considerations-for-server-sent-events</remarks>
internal static class OpenApiEventPrinter
{
    // The default name. The options of a topic may set another one, which no endpoint knows.
    private const string GapEvent = "gap";

    private const string Gap =
        "Events are missing before the next one: they are not kept any more, or the id that was sent is none of this topic. Its name is that of the topic's GapEvent.";

    private const string Position = "The event's position in the topic. Sent as Last-Event-ID it is answered with what came after it.";

    public static void Print(JsonTextWriter json, string? name, Response response)
    {
        if (!response.IsOfTopic)
        {
            PrintEvent(json, name, response);
            return;
        }

        json.StartObject(name).StartArray("oneOf");
        PrintEvent(json, null, response);
        PrintGap(json);
        json.EndArray().EndObject();
    }

    private static void PrintEvent(JsonTextWriter json, string? name, Response response)
    {
        var item = response.Item;
        json.StartObject(name).String("type", "object");
        json.StartArray("required").String(null, "data").EndArray();
        json.StartObject("properties").StartObject("data");
        if (item is not null)
        {
            json.String("description", item is JsonNullable ? $"One {NameOf(item)} as JSON, or empty for none." : $"One {NameOf(item)} as JSON.");
        }

        json.String("type", "string");
        if (item is not null)
        {
            json.String("contentMediaType", "application/json");
            JsonSchemaPrinter.Print(json, "contentSchema", item is JsonNullable nullable ? nullable.Value : item);
        }

        json.EndObject();
        json.StartObject("event");
        if (DescriptionOf(response) is { Length: > 0 } description)
        {
            json.String("description", description);
        }

        json.String("type", "string");
        if (response.IsOfTopic)
        {
            json.StartObject("not").String("const", GapEvent).EndObject();
        }

        json.EndObject();
        PrintId(json, response.IsOfTopic ? Position : null);
        json.StartObject("retry").String("type", "integer").Literal("minimum", "0").EndObject();
        json.EndObject().EndObject();
    }

    private static void PrintGap(JsonTextWriter json)
    {
        json.StartObject().String("description", Gap).String("type", "object");
        json.StartArray("required").String(null, "event").String(null, "data").EndArray();
        json.StartObject("properties").StartObject("data").String("type", "string").String("contentMediaType", "application/json");
        json.StartObject("contentSchema").String("type", "object").StartArray("required").String(null, "missed").EndArray();
        json.StartObject("properties").StartObject("missed").String("description", "How many; null where that is not known.");
        json.StartArray("type").String(null, "integer").String(null, "null").EndArray().Literal("minimum", "0").EndObject();
        json.EndObject().EndObject().EndObject();
        json.StartObject("event").String("const", GapEvent).EndObject();
        PrintId(json, "The position before the oldest event that is kept.");
        json.EndObject().EndObject();
    }

    private static void PrintId(JsonTextWriter json, string? description)
    {
        json.StartObject("id");
        if (description is not null)
        {
            json.String("description", description);
        }

        json.String("type", "string").EndObject();
    }

    // Events that Jero sends itself have empty data, whatever the item is.
    private static string DescriptionOf(Response response)
    {
        var parts = new List<string>();
        if (response.EndEvent is { Length: > 0 } end)
        {
            parts.Add($"An event `{end}` with empty data follows the last one of a whole stream; a stream that was cut short has none.");
        }

        if (response.KeepAliveEvent is { Length: > 0 } keepAlive)
        {
            parts.Add($"An event `{keepAlive}` with empty data is a keepalive.");
        }

        return string.Join(" ", parts);
    }

    private static string NameOf(JsonShape shape) => shape switch
    {
        JsonReference reference => reference.Component,
        JsonNullable nullable => NameOf(nullable.Value),
        JsonCollection collection => "list of " + NameOf(collection.Item),
        JsonBuiltIn builtIn => builtIn.Type.ToString(),
        _ => "value",
    };
}
