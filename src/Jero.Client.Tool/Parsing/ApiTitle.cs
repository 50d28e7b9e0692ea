using System.Text.Json;

namespace Jero.Client.Tool.Parsing;

/// <summary>The title of a document, which names its client before anything else is read.</summary>
internal static class ApiTitle
{
    /// <summary>The title; <c>Api</c> where there is none.</summary>
    public static string Of(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("info", out var info) && info.ValueKind == JsonValueKind.Object
                && info.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.String && title.GetString() is { Length: > 0 } text ? text : "Api";
        }
        catch (JsonException)
        {
            // The reader reports it, with its place.
            return "Api";
        }
    }
}
