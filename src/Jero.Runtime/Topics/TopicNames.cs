namespace Jero.Topics;

/// <summary>Checks subjects and event names: each must fit on a line of the stream and into every store.</summary>
internal static class TopicNames
{
    public const int MaxLength = 1024;

    /// <exception cref="ArgumentException">The name is invalid.</exception>
    public static void Check(string? name, string parameter, string what)
    {
        if (FaultOf(name) is { } fault)
        {
            throw new ArgumentException($"The {what} {fault}.", parameter);
        }
    }

    /// <exception cref="ArgumentException">The name is invalid, or is that of the gap event.</exception>
    public static void CheckEventName(string? name, string parameter, string gapEvent)
    {
        Check(name, parameter, "event name");
        if (name == gapEvent)
        {
            throw new ArgumentException($"The event name '{name}' is reserved: it tells clients that events are missing. Publish under another name.", parameter);
        }
    }

    /// <summary>Returns what is wrong with the name; null if nothing is.</summary>
    public static string? FaultOf(string? name) =>
        name is null ? null
        : name.Length > MaxLength ? $"has {name.Length} characters, more than {MaxLength}"
        : name.AsSpan().ContainsAny('\r', '\n', '\0') ? "contains a line break or a NUL"
        : HasLoneSurrogate(name) ? "is not well-formed text"
        : null;

    private static bool HasLoneSurrogate(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            // Text that is not well-formed is enumerated as the replacement character.
            if (rune.Value == 0xFFFD && !name.Contains('\uFFFD', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
