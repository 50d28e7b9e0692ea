using System.Diagnostics.CodeAnalysis;

namespace Jero.Topics.Ring;

/// <summary>
/// Holds the newest entries of a topic, numbered by this process. Writers take <see cref="Gate"/>. Readers of all subjects take no lock,
/// because an entry does not change and knows its own number. Readers of a subject take only that subject's lock.
/// </summary>
internal sealed class TopicRing(TopicLimits limits, TimeProvider time)
{
    private const int FirstCapacity = 16;

    private readonly Dictionary<string, SubjectIndex> _subjects = new(StringComparer.Ordinal);

    // Replaced by a longer array when it is full. A reader sees the new end only after the array that has everything before it.
    private TopicEntry?[] _slots = new TopicEntry?[FirstCapacity];
    private long _first;
    private long _end;
    private long _bytes;
    private TopicBreak? _break;

    public Lock Gate { get; } = new();

    public SubscriberList Subscribers { get; } = new();

    /// <summary>The number that the next entry will get.</summary>
    public long End => Volatile.Read(ref _end);

    /// <summary>The number of the oldest entry that is kept, or <see cref="End"/>.</summary>
    public long First => Volatile.Read(ref _first);

    /// <summary>Where the log was last interrupted. A reader that has not passed it has lost events.</summary>
    public TopicBreak? Break => Volatile.Read(ref _break);

    /// <summary>The position after which everything is kept here. Read it, and all members below, under <see cref="Gate"/>.</summary>
    public TopicPosition Start { get; private set; }

    public TopicPosition Newest { get; private set; }

    public bool IsDense { get; private set; }

    public int Subjects => _subjects.Count;

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Called for each entry that is no longer kept, under <see cref="Gate"/>.</summary>
    public Action<TopicEntry>? Evicted { get; set; }

    /// <summary>Begins with an empty log, or with a new epoch: what was kept is discarded.</summary>
    /// <param name="start">The position after which entries follow.</param>
    /// <param name="isDense">Whether positions count entries.</param>
    /// <param name="missed">The number of entries that nobody here will see; null if it is not known, or nothing was there before.</param>
    public void Begin(TopicPosition start, bool isDense, ulong? missed = null)
    {
        while (_first < _end)
        {
            Evict();
        }

        var isFirst = Start.Epoch is null;
        Start = Newest = start;
        IsDense = isDense;
        if (!isFirst)
        {
            // The break has its own number, so that a reader that waits at the end has not passed it.
            var number = _end;
            Volatile.Write(ref _break, new TopicBreak(number, start, missed));
            Volatile.Write(ref _first, number + 1);
            Volatile.Write(ref _end, number + 1);
        }
    }

    /// <summary>Adds the newest entry.</summary>
    public void Append(TopicEntry entry)
    {
        var slots = _slots;
        if (_end - _first >= slots.Length)
        {
            slots = Grow();
        }

        entry.Sequence = _end;
        Volatile.Write(ref slots[_end & (slots.Length - 1)], entry);
        if (entry.Subject is { } subject)
        {
            entry.Index = IndexOf(subject);
            entry.Index.Add(_end);
        }

        _bytes += entry.Size;
        Newest = entry.Position;
        Volatile.Write(ref _end, _end + 1);
        Trim();
    }

    /// <summary>Discards what is beyond the limits. The newest entry stays, unless it is too old.</summary>
    public void Trim()
    {
        var oldest = limits.Age is { } age ? time.GetUtcNow() - age : DateTimeOffset.MinValue;
        while (_first < _end
            && (_end - _first > limits.Count || (_bytes > limits.Bytes && _end - _first > 1) || Slot(_first)!.At < oldest))
        {
            Evict();
        }
    }

    /// <summary>Returns the entry with a number, or false if it is no longer kept.</summary>
    public bool TryGet(long sequence, [NotNullWhen(true)] out TopicEntry? entry)
    {
        entry = Slot(sequence);
        return entry is not null && entry.Sequence == sequence;
    }

    /// <summary>Returns the number of the first entry after a position of this epoch.</summary>
    public long FindAfter(TopicPosition position)
    {
        var (low, high) = (_first, _end);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (position.IsBefore(Slot(middle)!.Position))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>Returns the index of a subject, which exists as long as somebody is in its list.</summary>
    public SubjectIndex Join(string subject, TopicListener subscriber)
    {
        lock (Gate)
        {
            var index = IndexOf(subject);
            index.Subscribers.Add(subscriber);
            return index;
        }
    }

    public void Leave(SubjectIndex index, TopicListener subscriber)
    {
        lock (Gate)
        {
            index.Subscribers.Remove(subscriber);
            RemoveUnused(index);
        }
    }

    /// <summary>Returns the lists of all subscribers, for what concerns everybody.</summary>
    public List<SubscriberList> AllSubscribers()
    {
        lock (Gate)
        {
            return [Subscribers, .. _subjects.Values.Select(static index => index.Subscribers).Where(static list => list.Count > 0)];
        }
    }

    private SubjectIndex IndexOf(string subject)
    {
        if (!_subjects.TryGetValue(subject, out var index))
        {
            _subjects.Add(subject, index = new SubjectIndex(subject));
        }

        return index;
    }

    private void RemoveUnused(SubjectIndex index)
    {
        if (index.IsUnused)
        {
            _subjects.Remove(index.Subject);
        }
    }

    private TopicEntry? Slot(long sequence)
    {
        var slots = Volatile.Read(ref _slots);
        return Volatile.Read(ref slots[sequence & (slots.Length - 1)]);
    }

    private void Evict()
    {
        var entry = Slot(_first)!;
        if (entry.Index is { } index)
        {
            // Before the slot is empty: a reader that finds nothing in the index must find out that something was there.
            index.Evict();
            RemoveUnused(index);
            entry.Index = null;
        }

        Start = entry.Position;
        _bytes -= entry.Size;
        var slots = _slots;
        Volatile.Write(ref slots[_first & (slots.Length - 1)], null);
        Volatile.Write(ref _first, _first + 1);
        Evicted?.Invoke(entry);
    }

    private TopicEntry?[] Grow()
    {
        var grown = new TopicEntry?[2 * _slots.Length];
        for (var i = _first; i < _end; i++)
        {
            grown[i & (grown.Length - 1)] = Slot(i);
        }

        Volatile.Write(ref _slots, grown);
        return grown;
    }
}
