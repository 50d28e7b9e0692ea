namespace Jero.Streaming;

internal static class Durations
{
    /// <summary>The first that is set; an infinite one is none.</summary>
    public static TimeSpan? Effective(TimeSpan? own, TimeSpan? fallback) =>
        (own ?? fallback) is { } duration && duration != Timeout.InfiniteTimeSpan ? duration : null;

    /// <summary>
    /// Up to a tenth less, another for each stream: streams that began at one moment, after a deploy or a broadcast, do not all end or
    /// ping at one.
    /// </summary>
    public static TimeSpan Spread(TimeSpan longest) => longest * (1 - (Random.Shared.NextDouble() / 10));
}
