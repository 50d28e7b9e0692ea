namespace Jero.Topics.Ring;

/// <summary>The newest entry of each key, also those that are not kept besides. Under the ring's gate.</summary>
internal sealed class LatestEntries(Func<TopicEntry, object> key)
{
    private readonly Dictionary<object, TopicEntry> _newest = [];

    public void Add(TopicEntry entry)
    {
        if (entry.Kind == TopicRecordKind.Item)
        {
            _newest[key(entry)] = entry;
        }
    }

    /// <summary>Those from a number on, in their order.</summary>
    public TopicEntry[] Since(long from, Func<TopicEntry, bool> isWanted) =>
        [.. _newest.Values.Where(entry => entry.Sequence >= from && isWanted(entry)).OrderBy(static entry => entry.Sequence)];
}
