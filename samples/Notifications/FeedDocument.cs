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
        options.Transform = DescribeWelcome;
    }

    // The event that the stream starts with is text to the generator. It has described those of the topic: an item, and a gap.
    private static void DescribeWelcome(JsonObject document)
    {
        var item = document["paths"]?["/notifications"]?["get"]?["responses"]?["200"]?["content"]?["text/event-stream"]?["itemSchema"];
        if (item?["oneOf"] is not JsonArray events || events[0]?["properties"]?["event"] is not JsonObject names) return;
        names["not"] = new JsonObject { ["enum"] = new JsonArray("gap", "welcome") };
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
    }
}
