using Jero.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Jero.Binding.Sequences;

/// <summary>Maps the media types of a body with several items to their formats.</summary>
internal static class SequenceFormats
{
    private const string Known = "application/x-ndjson, application/jsonl, application/json-seq or application/json, in UTF-8";

    /// <summary>
    /// Finds the format of a request's body; null if its media type is not one of these. A request without a body has no wrong media type.
    /// </summary>
    public static SequenceFormat? Of(HttpRequest request)
    {
        if (request.ContentType is null && RequestBody.IsMissing(request.HttpContext))
        {
            return SequenceFormat.Lines;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/x-ndjson" or "application/jsonl" => SequenceFormat.Lines,
            "application/json-seq" => SequenceFormat.Records,
            "application/json" => SequenceFormat.Array,
            _ => null,
        };
    }

    /// <summary>Says why a body is not read.</summary>
    public static string Refusal(HttpRequest request) => request.ContentType is { } contentType
        ? $"The body must be {Known}, but its content type is '{ClientText.Shorten(contentType)}'."
        : $"The body must be {Known}, but it has no content type.";
}
