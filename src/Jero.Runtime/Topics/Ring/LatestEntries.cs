namespace Jero.Topics.Ring;

/// <summary>Holds the newest entry of each key, including those that the ring no longer keeps. Used under the ring's gate.</summary>
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

    /// <summary>Returns the entries from a number on, in their order.</summary>
    public TopicEntry[] Since(long from, Func<TopicEntry, bool> isWanted) =>
        [.. _newest.Values.Where(entry => entry.Sequence >= from && isWanted(entry)).OrderBy(static entry => entry.Sequence)];
}
