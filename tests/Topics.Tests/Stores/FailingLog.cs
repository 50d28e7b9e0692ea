using System.Runtime.CompilerServices;
using Jero;

namespace Topics.Tests.Stores;

/// <summary>A store in memory that several nodes share, and that a test takes away, trims and loses.</summary>
internal sealed class FailingLog(bool isDense = true) : ITopicLog
{
    // As stores read: what is trimmed between two pages leaves a hole.
    private const int Page = 20;

    private readonly Lock _lock = new();
    private List<TopicRecord> _records = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TopicPosition _start = new("one", 0);
    private TopicPosition _newest = new("one", 0);
    private TaskCompletionSource? _held;
    private bool _isAway;

    /// <summary>How many records were read by ReadAsync.</summary>
    public int Read { get; private set; }

    /// <summary>Called for each of them, before the next page of them is taken.</summary>
    public Action<TopicRecord>? Reading { get; set; }

    public async ValueTask<TopicPosition> AppendAsync(TopicRecord record, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Add(record);
    }

    public TopicPosition Add(TopicRecord record)
    {
        lock (_lock)
        {
            Check();
            if (record.IdempotencyKey is { } key && _records.Find(known => known.IdempotencyKey == key) is { } first)
            {
                return first.Position;
            }

            _newest = _newest with { Major = _newest.Major + (isDense ? 1ul : 3ul) };
            _records.Add(record with { Position = _newest });
            Changed();
            return _newest;
        }
    }

    public void Take(bool isAway)
    {
        lock (_lock)
        {
            _isAway = isAway;
            Changed();
        }
    }

    public void Trim(int count)
    {
        lock (_lock)
        {
            _start = _records[count - 1].Position;
            _records.RemoveRange(0, count);
        }
    }

    /// <summary>Others append, and all but the newest are forgotten, though the store is away to this node.</summary>
    public void Forward(int count, int kept)
    {
        lock (_lock)
        {
            for (var i = 0; i < count; i++)
            {
                _newest = _newest with { Major = _newest.Major + 1 };
                _records.Add(new TopicRecord { Position = _newest, Payload = "{}"u8.ToArray() });
            }

            Trim(_records.Count - kept);
            Changed();
        }
    }

    /// <summary>Brings followers nothing more, as when another node was told first.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Release()
    {
        lock (_lock)
        {
            _held?.SetResult();
            _held = null;
        }
    }

    /// <summary>All records are lost.</summary>
    public void Lose(string epoch)
    {
        lock (_lock)
        {
            _records = [];
            _start = _newest = new TopicPosition(epoch, 0);
            Changed();
        }
    }

    public async ValueTask<TopicRange> FindRangeAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        lock (_lock)
        {
            Check();
            return new TopicRange(_start, _newest, isDense);
        }
    }

    public async IAsyncEnumerable<TopicRecord> ReadAsync(TopicPosition after, TopicPosition to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Yield();
            List<TopicRecord> found;
            lock (_lock)
            {
                Check();
                found = [.. _records.Where(record => after.IsBefore(record.Position) && !to.IsBefore(record.Position)).Take(Page)];
            }

            foreach (var record in found)
            {
                Read++;
                Reading?.Invoke(record);
                after = record.Position;
                yield return record;
            }

            if (found.Count < Page)
            {
                yield break;
            }
        }
    }

    public async IAsyncEnumerable<TopicRecord> FollowAsync(TopicPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            List<TopicRecord> found;
            Task changed;
            Task? held;
            lock (_lock)
            {
                held = _held?.Task;
                Check();
                if (held is null && (after.Epoch != _start.Epoch || after.IsBefore(_start)))
                {
                    yield break;
                }

                found = [.. _records.Where(record => after.IsBefore(record.Position))];
                changed = _changed.Task;
            }

            if (held is not null)
            {
                await held.WaitAsync(cancellationToken);
                continue;
            }

            foreach (var record in found)
            {
                after = record.Position;
                yield return record;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private void Check()
    {
        if (_isAway)
        {
            throw new TopicUnavailableException("prices");
        }
    }

    private void Changed()
    {
        _changed.SetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
