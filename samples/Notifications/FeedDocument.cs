using System.Text.Json.Nodes;
using Jero;

namespace Notifications;

/// <summary>What the document says beyond what the types do.</summary>
internal static class FeedDocument
{
    public static void Configure(JeroOpenApiOptions options)
    {
        options.Title = "Notifications";
        options.SecuritySchemes["cookie"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = NotificationServices.CookieName };
        options.Transform = DescribeOtherEvents;
    }

    // The event that the stream starts with is text to the generator, and a keepalive is none of its events. It has described those of the topic:
    // an item, and a gap.
    private static void DescribeOtherEvents(JsonObject document)
    {
        var item = document["paths"]?["/notifications"]?["get"]?["responses"]?["200"]?["content"]?["text/event-stream"]?["itemSchema"];
        if (item?["oneOf"] is not JsonArray events || events[0]?["properties"]?["event"] is not JsonObject names) return;
        names["not"] = new JsonObject { ["enum"] = new JsonArray("alive", "gap", "welcome") };
        events.Insert(0, JsonNode.Parse(
            """
            {
              "description": "The first event.",
              "type": "object",
              "required": ["event", "data"],
              "properties": {
                "data": {
                  "type": "string",
                  "contentMediaType": "application/json",
                  "contentSchema": { "$ref": "#/components/schemas/Session" }
                },
                "event": { "const": "welcome" },
                "id": { "type": "string" },
                "retry": { "type": "integer", "minimum": 0 }
              }
            }
            """));
        events.Add(JsonNode.Parse(
            """
            {
              "description": "The server is there, and has had nothing to send for a while.",
              "type": "object",
              "required": ["event", "data"],
              "properties": {
                "data": { "type": "string", "maxLength": 0 },
                "event": { "const": "alive" }
              }
            }
            """));
    }
}
