namespace Jero.Topics.Ring;

/// <summary>Knows which of the kept entries have one subject, and who waits for the next one. It has its own lock.</summary>
internal sealed class SubjectIndex(string subject)
{
    private readonly Lock _lock = new();

    // A ring of ascending sequences. It is empty while no entry of the subject is kept.
    private long[] _sequences = [];
    private int _start;
    private int _count;
    private long _lastEvicted = -1;

    public string Subject => subject;

    public SubscriberList Subscribers { get; } = new();

    public bool IsUnused
    {
        get
        {
            lock (_lock)
            {
                return _count == 0 && Subscribers.Count == 0;
            }
        }
    }

    public void Add(long sequence)
    {
        lock (_lock)
        {
            if (_count == _sequences.Length)
            {
                var grown = new long[Math.Max(2, 2 * _count)];
                for (var i = 0; i < _count; i++)
                {
                    grown[i] = At(i);
                }

                _sequences = grown;
                _start = 0;
            }

            _sequences[(_start + _count++) & (_sequences.Length - 1)] = sequence;
        }
    }

    /// <summary>Forgets the oldest entry.</summary>
    public void Evict()
    {
        lock (_lock)
        {
            _lastEvicted = At(0);
            _start = (_start + 1) & (_sequences.Length - 1);
            if (--_count == 0)
            {
                _sequences = [];
                _start = 0;
            }
        }
    }

    /// <summary>Finds the first entry from <paramref name="next"/> on. Returns false if one of them is no longer kept.</summary>
    /// <param name="next">Where to begin.</param>
    /// <param name="found">Its sequence; <see cref="long.MaxValue"/> if there is none yet.</param>
    public bool TryFind(long next, out long found)
    {
        found = long.MaxValue;
        lock (_lock)
        {
            if (_lastEvicted >= next)
            {
                return false;
            }

            var index = IndexFrom(next);
            if (index < _count)
            {
                found = At(index);
            }

            return true;
        }
    }

    /// <summary>Returns how many entries are kept from <paramref name="next"/> on.</summary>
    public int CountFrom(long next)
    {
        lock (_lock)
        {
            return _count - IndexFrom(next);
        }
    }

    private int IndexFrom(long next)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (At(middle) < next)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private long At(int index) => _sequences[(_start + index) & (_sequences.Length - 1)];
}
