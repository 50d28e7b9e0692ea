using System.Buffers;
using System.Collections.Concurrent;

namespace Jero.Topics.Ring;

/// <summary>
/// Wakes subscribers on threads of the pool, so that a publisher waits for none of them. Several publications share one round.
/// </summary>
internal sealed class TopicWaker(TimeSpan linger, TimeProvider time) : IThreadPoolWorkItem, IDisposable
{
    // Below this a second thread costs more than it saves.
    private const int SubscribersPerWorker = 32;

    // A woken subscriber writes, and the server sends on threads of the same pool. They take turns, so that the first subscribers have
    // their event before the last are woken.
    private const int SubscribersPerTurn = 32;

    private readonly ConcurrentQueue<SubscriberList> _dirty = new();
    private ITimer? _timer;
    private int _isScheduled;

    /// <summary>Called after an entry has been added. Wakes the waiting subscribers of a list.</summary>
    public void Wake(SubscriberList list)
    {
        // A subscriber that joins the list looks at the end after that, so either it is seen here or it sees the entry.
        Interlocked.MemoryBarrier();
        if (list.Count == 0 || !list.MarkDirty())
        {
            return;
        }

        _dirty.Enqueue(list);
        if (Interlocked.Exchange(ref _isScheduled, 1) != 0)
        {
            return;
        }

        if (linger > TimeSpan.Zero)
        {
            Delay();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Exchange(ref _isScheduled, 0);
        while (_dirty.TryDequeue(out var list))
        {
            list.Clean();
            var (items, count) = list.Rent();
            new Round(items, count).Run();
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Delay()
    {
        // Only one thread at a time is here: the one that has set the flag.
        if (_timer is null)
        {
            _timer = time.CreateTimer(
                static waker => ThreadPool.UnsafeQueueUserWorkItem((TopicWaker)waker!, preferLocal: false), this, linger, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(linger, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// Wakes one round of subscribers. Each worker takes the next subscriber when it is done with one: sending runs on the worker's thread,
    /// and a subscriber that blocks it holds up nobody else.
    /// </summary>
    private sealed class Round(TopicListener[] items, int count) : IThreadPoolWorkItem
    {
        private int _next;
        private int _workers;

        public void Run()
        {
            _workers = Math.Clamp(count / SubscribersPerWorker, 1, Environment.ProcessorCount);
            for (var i = 1; i < _workers; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }

            Execute();
        }

        public void Execute()
        {
            for (var i = 0; i < SubscribersPerTurn && Interlocked.Increment(ref _next) - 1 is var index && index < count; i++)
            {
                items[index].Wake();
            }

            if (Volatile.Read(ref _next) < count)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
            else if (Interlocked.Decrement(ref _workers) == 0)
            {
                ArrayPool<TopicListener>.Shared.Return(items, clearArray: true);
            }
        }
    }
}
