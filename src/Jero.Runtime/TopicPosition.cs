using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jero;

/// <summary>
/// Represents the position of a record in the log of a topic, which is also the id that clients send back. Positions in the same epoch are
/// ordered. Positions in different epochs cannot be compared.
/// </summary>
/// <param name="Epoch">The epoch of the log: 1 to 64 ASCII letters and digits. A log that has lost its records begins a new one.</param>
/// <param name="Major">The offset, or the first part of an id that the store has made.</param>
/// <param name="Minor">The second part of an id that the store has made. It is 0 if offsets are dense.</param>
/// <remarks>The default value has no epoch and is not a position in any log.</remarks>
public readonly record struct TopicPosition(string Epoch, ulong Major, ulong Minor = 0)
{
    private static readonly SearchValues<char> Epochs =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Parses an id that <see cref="ToString"/> has written. It accepts no other spelling.</summary>
    /// <param name="text">The id that a client sent.</param>
    /// <param name="position">The position, if the method returns true.</param>
    /// <returns>True if <paramref name="text"/> is a position.</returns>
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

    /// <summary>
    /// Returns whether this position comes before <paramref name="other"/> in the same epoch. For different epochs it returns false.
    /// </summary>
    /// <param name="other">The other position.</param>
    public bool IsBefore(TopicPosition other) =>
        Epoch == other.Epoch && (Major == other.Major ? Minor < other.Minor : Major < other.Major);

    /// <summary>Returns the id as clients get it: <c>epoch-major</c>, or <c>epoch-major-minor</c> if the minor part is not 0.</summary>
    public override string ToString() => Minor == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Major}")
        : string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Major}-{Minor}");

    // A number has one spelling, so that an id that comes back is the same text. TryParse alone would ignore NULs after the digits.
    private static bool TryRead(ReadOnlySpan<char> digits, out ulong number) =>
        ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (digits.Length == 1 || digits[0] != '0') && digits[^1] != '\0';
}
