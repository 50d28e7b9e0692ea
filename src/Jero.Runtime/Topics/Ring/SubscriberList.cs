using System.Buffers;

namespace Jero.Topics.Ring;

/// <summary>Lists the subscribers to wake. Thread-safe.</summary>
internal sealed class SubscriberList
{
    private readonly Lock _lock = new();
    private TopicListener[] _items = [];
    private int _count;
    private int _isDirty;

    public int Count => Volatile.Read(ref _count);

    public void Add(TopicListener subscriber)
    {
        lock (_lock)
        {
            if (_count == _items.Length)
            {
                Array.Resize(ref _items, Math.Max(1, 2 * _count));
            }

            _items[_count] = subscriber;
            subscriber.ListIndex = _count;
            Volatile.Write(ref _count, _count + 1);
        }
    }

    public void Remove(TopicListener subscriber)
    {
        lock (_lock)
        {
            // There is one number for each subscriber, although a subscriber of several subjects is in several lists.
            var guess = subscriber.ListIndex;
            var index = guess < _count && _items[guess] == subscriber ? guess : Array.IndexOf(_items, subscriber, 0, _count);
            if (index < 0)
            {
                return;
            }

            Volatile.Write(ref _count, _count - 1);
            _items[index] = _items[_count];
            _items[index].ListIndex = index;
            _items[_count] = null!;
            if (_count < _items.Length / 4)
            {
                Array.Resize(ref _items, _items.Length / 2);
            }
        }
    }

    /// <summary>Marks the list. Returns whether this is the first mark since <see cref="Clean"/>.</summary>
    public bool MarkDirty() => Interlocked.Exchange(ref _isDirty, 1) == 0;

    public void Clean() => Interlocked.Exchange(ref _isDirty, 0);

    /// <summary>Returns all of them at this moment, in an array of the shared pool.</summary>
    public (TopicListener[] Items, int Count) Rent()
    {
        lock (_lock)
        {
            var rented = ArrayPool<TopicListener>.Shared.Rent(Math.Max(1, _count));
            Array.Copy(_items, rented, _count);
            return (rented, _count);
        }
    }
}
