namespace Jero.Streaming;

internal static class Durations
{
    /// <summary>Returns the first duration that is set. An infinite duration counts as none.</summary>
    public static TimeSpan? Effective(TimeSpan? own, TimeSpan? fallback) =>
        (own ?? fallback) is { } duration && duration != Timeout.InfiniteTimeSpan ? duration : null;

    /// <summary>
    /// Returns a random duration of up to a tenth less, so that streams that began at the same moment, after a deployment or a broadcast,
    /// do not all end or ping at the same moment.
    /// </summary>
    public static TimeSpan Spread(TimeSpan longest) => longest * (1 - (Random.Shared.NextDouble() / 10));
}
