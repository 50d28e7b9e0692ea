using Jero.Topics.Ring;

namespace Jero.Topics.Stores;

/// <summary>Holds records of a store that lie before the ring, in order.</summary>
/// <param name="Start">
/// The position after which they follow. It is later than asked for if the store has forgotten some in the meantime.
/// </param>
/// <param name="End">The position up to which there are no others.</param>
/// <param name="Entries">The records that are events.</param>
internal sealed record RecordPage(TopicPosition Start, TopicPosition End, TopicEntry[] Entries)
{
    public bool Holds(TopicPosition after) => !after.IsBefore(Start) && after.IsBefore(End);

    public IEnumerable<TopicEntry> After(TopicPosition after) => Entries.Where(entry => after.IsBefore(entry.Position));
}
