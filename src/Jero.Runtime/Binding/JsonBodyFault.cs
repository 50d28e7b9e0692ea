using System.Text;
using System.Text.Json;
using Jero.Json.Metadata;
using Jero.Problems;
using Microsoft.AspNetCore.Http;

namespace Jero.Binding;

/// <summary>Describes what is wrong with the JSON of a body, in words for the client.</summary>
/// <param name="Path">Where the fault is.</param>
/// <param name="Message">What the fault is.</param>
/// <param name="Status">400 if the JSON is malformed, 422 if it does not fit the type.</param>
internal readonly record struct JsonBodyFault(string Path, string Message, int Status)
{
    /// <summary>Translates an exception of System.Text.Json.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="subject">What was read, such as <c>The body</c>.</param>
    public static JsonBodyFault Of(JsonException exception, string subject)
    {
        var path = string.IsNullOrEmpty(exception.Path) ? "$" : ClientText.ShortenPath(exception.Path);
        if (exception is MisfitException misfit)
        {
            path = ClientText.ShortenPath(path + misfit.Place);
            return new(path, $"'{path}' {misfit.Reason}.", StatusCodes.Status422UnprocessableEntity);
        }

        // The inner exception tells the cases apart: one from the reader or from a decoder means that the text is not JSON.
        if (exception.InnerException is JsonException or InvalidOperationException { InnerException: DecoderFallbackException })
        {
            var position = exception.LineNumber is { } line ? $" at line {line + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}" : "";
            return new(path, $"{subject} is not valid JSON{position}.", StatusCodes.Status400BadRequest);
        }

        return new(path, Misfit(path, exception.Message, subject), StatusCodes.Status422UnprocessableEntity);
    }

    // The exception's own message names .NET types, which the client must not see. Only the kind of fault and the names of missing members
    // are taken from it.
    private static string Misfit(string path, string message, string subject)
    {
        const string Missing = "required properties including: ";
        if (message.Contains("doesn't allow ", StringComparison.Ordinal))
        {
            return $"'{path}' may not be null.";
        }

        if (message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return $"'{path}' is not a known member.";
        }

        var start = message.IndexOf(Missing, StringComparison.Ordinal);
        if (start < 0)
        {
            return $"{subject} does not fit at '{path}'.";
        }

        start += Missing.Length;
        var end = message.IndexOf(" Path:", start, StringComparison.Ordinal);
        return $"The object at '{path}' lacks required members: {message.AsSpan(start, (end < 0 ? message.Length : end) - start).TrimEnd('.')}.";
    }
}
