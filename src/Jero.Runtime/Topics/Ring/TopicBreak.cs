namespace Jero.Topics.Ring;

/// <summary>A point in the ring at which events were lost: the store had a new epoch, or had forgotten what this process had yet to read.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Position">The position behind which entries follow.</param>
/// <param name="Missed">How many were lost to one who had seen all before; null where that is not known.</param>
internal sealed record TopicBreak(long Sequence, TopicPosition Position, ulong? Missed);
