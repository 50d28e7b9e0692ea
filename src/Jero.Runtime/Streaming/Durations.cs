namespace Jero.Streaming;

internal static class Durations
{
    // The longest time that the framework's timers accept.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static TimeSpan? PositiveOrInfinite(TimeSpan? value, string name) =>
        value is { } duration && duration != Timeout.InfiniteTimeSpan && (duration <= TimeSpan.Zero || duration > Longest)
            ? throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive and at most {Longest.Days} days, or Timeout.InfiniteTimeSpan.")
            : value;

    /// <summary>The first that is set; an infinite one is none.</summary>
    public static TimeSpan? Effective(TimeSpan? own, TimeSpan? fallback) =>
        (own ?? fallback) is { } duration && duration != Timeout.InfiniteTimeSpan ? duration : null;

    /// <summary>
    /// Up to a tenth less, another for each stream: streams that began at one moment, after a deploy or a broadcast, do not all end or
    /// ping at one.
    /// </summary>
    public static TimeSpan Spread(TimeSpan longest) => longest * (1 - (Random.Shared.NextDouble() / 10));
}
