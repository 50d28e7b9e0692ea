namespace Jero;

/// <summary>Rejects text that would end its line in an event stream, because text with a line break could forge a field.</summary>
internal static class EventText
{
    /// <exception cref="ArgumentException">The text contains a CR, an LF or a NUL.</exception>
    public static string? OneLine(string? text, string what, string parameter) => text.AsSpan().ContainsAny('\r', '\n', '\0')
        ? throw new ArgumentException($"The {what} must not contain a CR, an LF or a NUL.", parameter)
        : text;
}
