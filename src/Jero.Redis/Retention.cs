namespace Jero.Redis;

/// <summary>Describes what is kept of a topic.</summary>
/// <param name="Count">How many records at least. Redis trims in blocks, so it may keep some hundreds more.</param>
/// <param name="For">How long at most, by Redis' clock; null for no limit.</param>
internal readonly record struct Retention(int Count, TimeSpan? For)
{
    // Far longer than any publisher retries.
    private static readonly TimeSpan LongestKey = TimeSpan.FromDays(1);

    /// <summary>The time in milliseconds; 0 for no limit.</summary>
    public long Milliseconds => For is { } span ? Math.Max(1, (long)span.TotalMilliseconds) : 0;

    /// <summary>How long an idempotency key is remembered, in milliseconds.</summary>
    public long KeyMilliseconds => (long)(For is { } span && span < LongestKey ? span : LongestKey).TotalMilliseconds;
}
