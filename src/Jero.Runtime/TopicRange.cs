namespace Jero;

/// <summary>What a topic's log keeps at one moment.</summary>
/// <param name="Start">
/// The position after which everything is kept: a reader that has seen it misses nothing. It stands before the oldest record, and is
/// <paramref name="Newest"/> where the log is empty.
/// </param>
/// <param name="Newest">The position of the newest record, kept or not; <paramref name="Start"/> where there was none in this epoch.</param>
/// <param name="IsDense">Whether <see cref="TopicPosition.Major"/> counts records one by one, so that the size of a gap is a difference.</param>
public readonly record struct TopicRange(TopicPosition Start, TopicPosition Newest, bool IsDense);
