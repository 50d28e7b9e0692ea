using System.Text.Json;

namespace Runtime.Tests.Streaming.Negotiation;

/// <summary>
/// Reads a JSON text sequence by the grammar of RFC 7464, section 2.1: whatever stands between two RS is one text, and one that does not parse is
/// reported and skipped.
/// </summary>
internal static class SequenceReader
{
    private const char RecordSeparator = '\u001e';

    /// <summary>Each text; null for one that was cut off.</summary>
    public static IReadOnlyList<string?> Read(string sequence)
    {
        var texts = new List<string?>();
        foreach (var part in sequence.Split(RecordSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            texts.Add(TextOf(part));
        }

        return texts;
    }

    // A text without white space behind it may be a number that was cut off (section 2.4).
    private static string? TextOf(string part)
    {
        try
        {
            using var document = JsonDocument.Parse(part);
            return part.EndsWith('\n') ? document.RootElement.GetRawText() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
