namespace Jero.Problems;

/// <summary>Says that text is not a value of its type, and limits how much of the client's text is repeated.</summary>
internal static class ClientText
{
    private const int LongestEcho = 64;
    private const int LongestPath = 128;

    public static string Describe<T>(string source, string name, string text) =>
        $"The {source} parameter '{name}' is '{Shorten(text)}', which is not a valid {typeof(T).Name}.";

    /// <summary>Shortens a client's text to what is repeated.</summary>
    public static string Shorten(string text) => Shorten(text, LongestEcho);

    /// <summary>Shortens the path of a member, whose names may be the client's.</summary>
    public static string ShortenPath(string path) => Shorten(path, LongestPath);

    // Does not cut between the halves of a surrogate pair.
    private static string Shorten(string text, int longest) => text.Length <= longest
        ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
}
