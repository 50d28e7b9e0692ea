using System.Globalization;

namespace Jero.Testing;

/// <summary>Has the phrases that messages share.</summary>
internal static class Messages
{
    private const int MostItems = 5;
    private const int LongestItem = 120;

    public static string Items(long count) => count == 1 ? "1 item" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} items");

    public static string Bytes(long count) => count == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} bytes");

    public static string Duration(TimeSpan value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.###} s");

    /// <summary>Lists the last of the items that came, one on each line.</summary>
    public static string Came(IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
        {
            return "Nothing had arrived by then.";
        }

        var left = texts.Count - Math.Min(texts.Count, MostItems);
        var intro = left == 0 ? "Arrived by then:" : $"Arrived by then: {Items(texts.Count)}, the last of them:";
        return string.Join('\n', texts.Skip(left).Select(text => "  " + Short(text)).Prepend(intro));
    }

    public static string Short(string text)
    {
        var line = text.ReplaceLineEndings("\\n");
        return line.Length <= LongestItem ? line : string.Concat(line.AsSpan(0, LongestItem), "…");
    }
}
