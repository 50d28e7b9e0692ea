namespace Jero.Binding;

/// <summary>What is said of text that is no value of its type.</summary>
internal static class TextFault
{
    private const int LongestEcho = 64;

    public static string Describe<T>(string source, string name, string text)
    {
        var echo = text.Length <= LongestEcho ? text : string.Concat(text.AsSpan(0, LongestEcho), "…");
        return $"The {source} parameter '{name}' is '{echo}', which is not a valid {typeof(T).Name}.";
    }
}
