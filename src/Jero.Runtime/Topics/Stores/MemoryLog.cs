using Jero.Topics.Ring;

namespace Jero.Topics.Stores;

/// <summary>
/// Implements a log that is only the ring: what it does not keep is gone, and so is everything at the end of the process.
/// </summary>
internal sealed class MemoryLog
{
    private readonly TopicNode _node;
    private readonly Dictionary<string, TopicPosition> _keys = new(StringComparer.Ordinal);
    private readonly string _epoch = $"m{Guid.CreateVersion7():N}"[..24];
    private ulong _offset;

    public MemoryLog(TopicNode node)
    {
        _node = node;
        node.Ring.Begin(new TopicPosition(_epoch, 0), isDense: true);
        node.Ring.Evicted = Forget;
    }

    /// <returns>The id of the event.</returns>
    public string Append(TopicDraft draft, ReadOnlySpan<byte> json, Action<TopicEntry>? made)
    {
        var at = TopicTime.Now(_node.Time);
        string id;
        SubjectIndex? index;
        lock (_node.Ring.Gate)
        {
            if (draft.IdempotencyKey is { } key && _keys.TryGetValue(key, out var known))
            {
                return known.ToString();
            }

            var position = new TopicPosition(_epoch, _offset + 1);
            id = position.ToString();
            var entry = TopicEntries.Make(position, draft, at, json, id);
            made?.Invoke(entry);
            _offset++;
            if (draft.IdempotencyKey is { } first)
            {
                _keys.Add(first, position);
            }

            _node.Append(entry);
            index = entry.Index;
        }

        _node.Wake(index);
        return id;
    }

    private void Forget(TopicEntry entry)
    {
        if (entry.IdempotencyKey is { } key)
        {
            _keys.Remove(key);
        }
    }
}
