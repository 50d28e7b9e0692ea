namespace Jero.Topics.Ring;

/// <summary>
/// Marks a point in the ring where events were lost: the store began a new epoch, or had forgotten what this process had yet to read.
/// </summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Position">The position after which entries follow.</param>
/// <param name="Missed">The number of entries lost to a reader that had seen all before; null if it is not known.</param>
internal sealed record TopicBreak(long Sequence, TopicPosition Position, ulong? Missed);
