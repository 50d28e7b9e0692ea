namespace Jero.Sqlite;

/// <summary>What is kept of a topic.</summary>
/// <param name="Count">How many records at most.</param>
/// <param name="For">How long at most; null for any time.</param>
internal readonly record struct Retention(int Count, TimeSpan? For)
{
    /// <summary>What was published before this, in milliseconds of Unix time, is kept no more.</summary>
    public long Cutoff(TimeProvider time) => For is { } span ? (time.GetUtcNow() - span).ToUnixTimeMilliseconds() : long.MinValue;
}
