using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jero;

/// <summary>
/// Where a record stands in a topic's log, and the id that clients send back. Positions of one epoch are ordered; those of two epochs have
/// nothing to do with each other.
/// </summary>
/// <param name="Epoch">One life of the log: 1 to 64 ASCII letters and digits. A log that has lost its records has a new one.</param>
/// <param name="Major">The offset, or the first part of a store's own id.</param>
/// <param name="Minor">The second part of a store's own id; 0 where offsets are dense.</param>
/// <remarks>Default has no epoch and is no position of any log.</remarks>
public readonly record struct TopicPosition(string Epoch, ulong Major, ulong Minor = 0)
{
    private static readonly SearchValues<char> Epochs =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing else.</summary>
    /// <param name="text">The id that a client sent.</param>
    /// <param name="position">The position.</param>
    /// <returns>Whether it was one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TopicPosition position)
    {
        position = default;
        var parts = text.AsSpan();
        var dash = parts.IndexOf('-');
        if (dash is < 1 or > 64 || parts[..dash].ContainsAnyExcept(Epochs))
        {
            return false;
        }

        var offset = parts[(dash + 1)..];
        var second = offset.IndexOf('-');
        ulong minor = 0;
        if (second >= 0 && (!TryRead(offset[(second + 1)..], out minor) || minor == 0))
        {
            return false;
        }

        if (!TryRead(second < 0 ? offset : offset[..second], out var major))
        {
            return false;
        }

        position = new TopicPosition(text![..dash], major, minor);
        return true;
    }

    /// <summary>Whether this one comes before <paramref name="other"/> in one epoch; false for two epochs.</summary>
    /// <param name="other">Another position.</param>
    public bool IsBefore(TopicPosition other) =>
        Epoch == other.Epoch && (Major == other.Major ? Minor < other.Minor : Major < other.Major);

    /// <summary>The id as clients have it: <c>epoch-major</c>, or <c>epoch-major-minor</c> where the minor part is not 0.</summary>
    public override string ToString() => Minor == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Major}")
        : string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Major}-{Minor}");

    // One spelling a number, so that an id that comes back is the same text. NULs behind a number are nothing to TryParse.
    private static bool TryRead(ReadOnlySpan<char> digits, out ulong number) =>
        ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (digits.Length == 1 || digits[0] != '0') && digits[^1] != '\0';
}
