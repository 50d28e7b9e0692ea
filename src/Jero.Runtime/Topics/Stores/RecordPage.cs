using Jero.Topics.Ring;

namespace Jero.Topics.Stores;

/// <summary>Records of a store that lie before the ring, in order.</summary>
/// <param name="Start">The position behind which they follow: later than asked for where the store has forgotten some meanwhile.</param>
/// <param name="End">The position up to which there are no others.</param>
/// <param name="Entries">Those that are events.</param>
internal sealed record RecordPage(TopicPosition Start, TopicPosition End, TopicEntry[] Entries)
{
    public bool Holds(TopicPosition after) => !after.IsBefore(Start) && after.IsBefore(End);

    public IEnumerable<TopicEntry> After(TopicPosition after) => Entries.Where(entry => after.IsBefore(entry.Position));
}
