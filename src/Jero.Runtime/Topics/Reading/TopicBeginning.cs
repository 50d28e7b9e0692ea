namespace Jero.Topics.Reading;

/// <summary>Where a stream begins.</summary>
/// <param name="Outcome">What became of the id that was sent.</param>
/// <param name="Position">The position behind which its events follow.</param>
/// <param name="Missed">How many entries of the log lie between the id and that; null where that is not known.</param>
internal readonly record struct TopicBeginning(TopicOutcome Outcome, TopicPosition Position, ulong? Missed = null);
