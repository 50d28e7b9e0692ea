namespace Jero.Problems;

/// <summary>What is said of text that is no value of its type, and how much of a client's own text is repeated to it.</summary>
internal static class ClientText
{
    private const int LongestEcho = 64;
    private const int LongestPath = 128;

    public static string Describe<T>(string source, string name, string text) =>
        $"The {source} parameter '{name}' is '{Shorten(text)}', which is not a valid {typeof(T).Name}.";

    /// <summary>A client's text, as far as it is repeated.</summary>
    public static string Shorten(string text) => Shorten(text, LongestEcho);

    /// <summary>The path of a member, whose names may be the client's.</summary>
    public static string ShortenPath(string path) => Shorten(path, LongestPath);

    // Not between the halves of a pair.
    private static string Shorten(string text, int longest) => text.Length <= longest
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
}
