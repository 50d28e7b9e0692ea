using System.Text.Json;

namespace Jero.Client.Reading;

/// <summary>Finds one item on each line: NDJSON and JSON Lines. Blank lines are skipped.</summary>
internal struct LineScanner : IItemScanner
{
    private int _looked;

    public ScanResult Scan(ReadOnlySpan<byte> unread, bool isEnd)
    {
        var start = 0;
        while (true)
        {
            var end = unread[Math.Max(start, _looked)..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return AtEnd(unread, start, isEnd);
            }

            end += Math.Max(start, _looked);
            _looked = 0;
            if (!IsBlank(unread[start..end]))
            {
                return new ScanResult(ScanKind.Item, start, end - start, end + 1);
            }

            start = end + 1;
        }
    }

    private ScanResult AtEnd(ReadOnlySpan<byte> unread, int start, bool isEnd)
    {
        var rest = unread[start..];
        if (!isEnd)
        {
            _looked = rest.Length;
            return ScanResult.More(start);
        }

        _looked = 0;
        return IsBlank(rest) ? ScanResult.End
            : IsWhole(rest) ? new ScanResult(ScanKind.Item, start, rest.Length, unread.Length)
            : ScanResult.Cut;
    }

    /// <summary>
    /// Returns whether a last line without its line feed is complete. Only a number could have been cut without a trace, because it might
    /// have had more digits.
    /// </summary>
    public static bool IsWhole(ReadOnlySpan<byte> line) => Read(line) is not (JsonTokenType.None or JsonTokenType.Number);

    /// <summary>Returns whether the text is one JSON value, which may be a number.</summary>
    public static bool IsWholeValue(ReadOnlySpan<byte> text) => Read(text) != JsonTokenType.None;

    // Returns the first token of the value, or None if it is not a complete value.
    private static JsonTokenType Read(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            var first = reader.TokenType;
            reader.Skip();
            return reader.Read() ? JsonTokenType.None : first;
        }
        catch (JsonException)
        {
            return JsonTokenType.None;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r\n"u8) < 0;
}
