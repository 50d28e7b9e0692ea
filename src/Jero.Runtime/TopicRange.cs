namespace Jero;

/// <summary>Describes what the log of a topic keeps at one moment.</summary>
/// <param name="Start">
/// The position after which everything is kept: a reader that has seen this position misses nothing. It is right before the oldest record,
/// and equal to <paramref name="Newest"/> if the log is empty.
/// </param>
/// <param name="Newest">
/// The position of the newest record, even if it is no longer kept. It is <paramref name="Start"/> if the epoch has had no record.
/// </param>
/// <param name="IsDense">
/// Whether <see cref="TopicPosition.Major"/> counts records one by one, so that the difference of two is the size of a gap.
/// </param>
public readonly record struct TopicRange(TopicPosition Start, TopicPosition Newest, bool IsDense);
