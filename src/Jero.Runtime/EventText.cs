namespace Jero;

/// <summary>Refuses text that would end its line of an event stream, so that no text can forge a field.</summary>
internal static class EventText
{
    /// <exception cref="ArgumentException">It holds a CR, an LF or a NUL.</exception>
    public static string? OneLine(string? text, string what, string parameter) => text.AsSpan().ContainsAny('\r', '\n', '\0')
        ? throw new ArgumentException($"The {what} must not hold a CR, an LF or a NUL.", parameter)
        : text;
}
