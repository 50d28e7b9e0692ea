using Microsoft.OpenApi;

namespace Jero.Client.Tool.Parsing.Operations;

/// <summary>Tells media types apart.</summary>
internal static class MediaTypes
{
    // The better known go before.
    private static readonly string[] Lines = ["application/x-ndjson", "application/jsonl", "application/ndjson", "application/x-jsonlines", "application/json-seq"];

    public static bool IsEvents(string type) => Bare(type) == "text/event-stream";

    public static bool IsJson(string type) =>
        Bare(type) is "application/json" or "text/json" || (Bare(type).EndsWith("+json", StringComparison.Ordinal) && !Bare(type).EndsWith("problem+json", StringComparison.Ordinal));

    public static bool IsText(string type) => Bare(type).StartsWith("text/", StringComparison.Ordinal) && !IsEvents(type) && !IsJson(type) && Bare(type) != "text/csv";

    /// <summary>The first of the types that has items one after another, its items being described; null if none has.</summary>
    public static KeyValuePair<string, IOpenApiMediaType>? Items(IEnumerable<KeyValuePair<string, IOpenApiMediaType>> content)
    {
        var all = content.Where(static pair => IsItems(pair.Key, pair.Value)).ToList();
        return all.Count == 0 ? null : all.MinBy(static pair => Array.IndexOf(Lines, Bare(pair.Key)) is var at && at < 0 ? Lines.Length : at);
    }

    private static bool IsItems(string type, IOpenApiMediaType media) =>
        Lines.Contains(Bare(type)) || (media.ItemSchema is not null && Bare(type).Contains("json", StringComparison.Ordinal));

    private static string Bare(string type) => type.Split(';')[0].Trim().ToLowerInvariant();
}
