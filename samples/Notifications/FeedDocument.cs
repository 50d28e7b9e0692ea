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
        options.Transform = DescribeData;
    }

    // Ready JSON is any JSON to the generator.
    private static void DescribeData(JsonObject document)
    {
        var item = document["paths"]?["/notifications"]?["get"]?["responses"]?["200"]?["content"]?["text/event-stream"]?["itemSchema"];
        if (item?["properties"]?["data"] is not JsonObject data) return;
        data["description"] = "A Notification; a Session in the event \"welcome\"; null in the event \"gap\".";
        data["contentSchema"] = new JsonObject
        {
            ["anyOf"] = new JsonArray(Reference("Notification"), Reference("Session"), new JsonObject { ["type"] = "null" }),
        };
    }

    private static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };
}
