using System.Runtime.CompilerServices;

namespace Stores.Tests.Contract;

/// <summary>The contract in as few words as it takes: what the checks are checked by.</summary>
internal class MemoryLog(int retainCount) : ITopicLog
{
    private readonly List<TopicRecord> _records = [];
    private ulong _newest;
    private TaskCompletionSource _appended = new();

    protected virtual bool KeepsKeys => true;

    protected virtual bool TrimsAtStart => true;

    protected virtual bool EndsAtGaps => true;

    public virtual ValueTask<TopicPosition> AppendAsync(TopicRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_records)
        {
            if (KeepsKeys && record.IdempotencyKey is { } key && _records.Find(kept => kept.IdempotencyKey == key) is { } before)
            {
                return new(before.Position);
            }

            var position = At(++_newest);
            _records.Add(record with { Position = position, Payload = record.Payload.ToArray() });
            if (_records.Count > retainCount) _records.RemoveAt(0);
            (var appended, _appended) = (_appended, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            appended.TrySetResult();
            return new(position);
        }
    }

    public ValueTask<TopicRange> FindRangeAsync(CancellationToken cancellationToken)
    {
        lock (_records)
        {
            var start = TrimsAtStart ? _newest - (ulong)_records.Count : 0;
            return new(new TopicRange(At(start), At(_newest), IsDense: true));
        }
    }

    public virtual async IAsyncEnumerable<TopicRecord> ReadAsync(
        TopicPosition after, TopicPosition to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var record in After(after, out _).Where(record => !to.IsBefore(record.Position))) yield return record;
    }

    public virtual async IAsyncEnumerable<TopicRecord> FollowAsync(TopicPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What is forgotten before it is followed ends the following.
        while (!EndsAtGaps || !after.IsBefore((await FindRangeAsync(cancellationToken)).Start))
        {
            var kept = After(after, out var appended);
            foreach (var record in kept)
            {
                yield return record;
                after = record.Position;
            }

            await appended.WaitAsync(cancellationToken);
        }
    }

    private static TopicPosition At(ulong offset) => new("memory", offset);

    private List<TopicRecord> After(TopicPosition after, out Task appended)
    {
        lock (_records)
        {
            appended = _appended.Task;
            return [.. _records.Where(record => after.IsBefore(record.Position))];
        }
    }
}
