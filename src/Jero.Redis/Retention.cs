namespace Jero.Redis;

/// <summary>What is kept of a topic.</summary>
/// <param name="Count">How many records at least, and some hundreds more: Redis trims in blocks.</param>
/// <param name="For">How long at most, by Redis' clock; null for any time.</param>
internal readonly record struct Retention(int Count, TimeSpan? For)
{
    // Far longer than anybody tries to publish again.
    private static readonly TimeSpan LongestKey = TimeSpan.FromDays(1);

    /// <summary>In milliseconds; 0 for any time.</summary>
    public long Milliseconds => For is { } span ? Math.Max(1, (long)span.TotalMilliseconds) : 0;

    /// <summary>How long an idempotency key is known, in milliseconds.</summary>
    public long KeyMilliseconds => (long)(For is { } span && span < LongestKey ? span : LongestKey).TotalMilliseconds;
}
