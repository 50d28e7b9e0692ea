using Notifications.Feeds;

namespace Notifications.Stores;

/// <summary>The last events, in their order; the oldest gives way. Not safe for several threads at once.</summary>
internal sealed class Ring(int capacity)
{
    private readonly FeedEvent[] _events = new FeedEvent[capacity];
    private int _start;
    private int _count;

    public FeedEvent? Oldest => _count == 0 ? null : this[0];

    public FeedEvent? Newest => _count == 0 ? null : this[_count - 1];

    private FeedEvent this[int index] => _events[(_start + index) % _events.Length];

    public void Add(FeedEvent added)
    {
        if (_count < _events.Length)
        {
            _events[(_start + _count++) % _events.Length] = added;
            return;
        }

        _events[_start] = added;
        _start = (_start + 1) % _events.Length;
    }

    /// <summary>The events from one id to another, both included.</summary>
    public FeedEvent[] Slice(FeedId first, FeedId last)
    {
        var from = CountBefore(id => id < first);
        var to = CountBefore(id => id <= last);
        var slice = new FeedEvent[Math.Max(0, to - from)];
        for (var i = 0; i < slice.Length; i++) slice[i] = this[from + i];
        return slice;
    }

    private int CountBefore(Func<FeedId, bool> isBefore)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBefore(this[middle].Id)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
