namespace Jero.Sqlite;

/// <summary>Describes what is kept of a topic.</summary>
/// <param name="Count">How many records at most.</param>
/// <param name="For">How long at most; null for no limit.</param>
internal readonly record struct Retention(int Count, TimeSpan? For)
{
    /// <summary>Returns the time, in milliseconds of Unix time, before which records are no longer kept.</summary>
    public long Cutoff(TimeProvider time) => For is { } span ? (time.GetUtcNow() - span).ToUnixTimeMilliseconds() : long.MinValue;
}
