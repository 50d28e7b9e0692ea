namespace Jero.Topics.Reading;

/// <summary>Describes where a stream begins.</summary>
/// <param name="Outcome">What the id that was sent turned out to be.</param>
/// <param name="Position">The position after which its events follow.</param>
/// <param name="Missed">The number of entries of the log between the id and the position; null if it is not known.</param>
internal readonly record struct TopicBeginning(TopicOutcome Outcome, TopicPosition Position, ulong? Missed = null);
