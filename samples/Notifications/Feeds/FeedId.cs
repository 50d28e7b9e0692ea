using System.Globalization;

namespace Notifications.Feeds;

/// <summary>
/// The id of an event, in the form of Redis Streams whatever the store: the milliseconds since 1970 at which it was stored, and a number
/// among those of one millisecond. So an id from before the loss of a store is never one of the new store's.
/// </summary>
/// <remarks>Each part has all 64 bits, as in Redis: an id that anybody may store there has to be read.</remarks>
/// <param name="Milliseconds">Since 1970, UTC.</param>
/// <param name="Sequence">From 0 upwards within a millisecond.</param>
public readonly record struct FeedId(ulong Milliseconds, ulong Sequence) : IComparable<FeedId>
{
    /// <summary>What comes before every event.</summary>
    public static FeedId Start => default;

    public static bool operator <(FeedId left, FeedId right) => left.CompareTo(right) < 0;

    public static bool operator >(FeedId left, FeedId right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeedId left, FeedId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeedId left, FeedId right) => left.CompareTo(right) >= 0;

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FeedId id)
    {
        id = default;
        var dash = text.IndexOf('-');
        if (dash < 1
            || !ulong.TryParse(text[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || !ulong.TryParse(text[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return false;
        }

        id = new FeedId(milliseconds, sequence);
        return true;
    }

    /// <summary>The id of what is stored now; larger than this one, also when the clock has been put back.</summary>
    public FeedId Next(DateTimeOffset now)
    {
        var milliseconds = (ulong)Math.Max(0, now.ToUnixTimeMilliseconds());
        return milliseconds > Milliseconds ? new FeedId(milliseconds, 0) : this with { Sequence = Sequence + 1 };
    }

    public int CompareTo(FeedId other) =>
        Milliseconds == other.Milliseconds ? Sequence.CompareTo(other.Sequence) : Milliseconds.CompareTo(other.Milliseconds);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}-{Sequence}");
}
