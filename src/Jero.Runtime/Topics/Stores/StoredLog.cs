using System.Runtime.CompilerServices;
using Jero.Topics.Reading;
using Jero.Topics.Ring;

namespace Jero.Topics.Stores;

/// <summary>Implements a log in a store. This process reads it once, into the ring, however many subscribers there are.</summary>
internal sealed class StoredLog(TopicNode node, ITopicLog store) : IDisposable
{
    // Not an event: it lets a notice go out that was created in the meantime.
    private static readonly TopicEntry Nothing = new() { Position = default, Kind = TopicRecordKind.Disconnect };

    private readonly CancellationTokenSource _stop = new();
    private readonly OlderRecords _older = new(node, store);
    private int _isStarted;
    private volatile bool _isReady;

    /// <summary>Whether everything that was in the store at the start is in the ring.</summary>
    public bool IsReady => _isReady;

    public void Start()
    {
        if (Interlocked.Exchange(ref _isStarted, 1) == 0)
        {
            _ = Task.Run(RunAsync);
        }
    }

    public ValueTask<TopicPosition> AppendAsync(TopicDraft draft, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        store.AppendAsync(
            new TopicRecord
            {
                Kind = draft.Kind,
                Subject = draft.Subject,
                EventName = draft.EventName,
                IdempotencyKey = draft.IdempotencyKey,
                At = TopicTime.Now(node.Time),
                Payload = json.ToArray(),
            },
            cancellationToken);

    /// <summary>Reads what lies between a subscriber's id and the ring.</summary>
    public async IAsyncEnumerable<TopicEntry> ReadAsync(
        TopicSubscriber subscriber, TopicBeginning beginning, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var range = await _older.FindRangeAsync(cancellationToken).ConfigureAwait(false);
        var after = beginning.Position;
        if (beginning.Outcome == TopicOutcome.Ahead && after.Epoch == range.Newest.Epoch && !range.Newest.IsBefore(after))
        {
            node.Began(subscriber.Request.After, new(TopicOutcome.Replayed, after));
            await _older.WaitForAsync(after, cancellationToken).ConfigureAwait(false);
        }
        else if (beginning.Outcome is TopicOutcome.Older or TopicOutcome.Behind && after.Epoch == range.Start.Epoch && !after.IsBefore(range.Start))
        {
            if (beginning.Outcome == TopicOutcome.Older)
            {
                node.Began(subscriber.Request.After, new(TopicOutcome.Replayed, after));
            }
        }
        else
        {
            var missed = beginning.Outcome is TopicOutcome.Older or TopicOutcome.Behind && after.Epoch == range.Start.Epoch
                ? TopicResume.Missed(after, range.Start, range.IsDense)
                : null;
            var outcome = beginning.Outcome switch
            {
                TopicOutcome.Ahead => TopicOutcome.Future,
                TopicOutcome.Older => TopicOutcome.Gap,
                _ => beginning.Outcome,
            };
            after = range.Start;
            if (outcome == TopicOutcome.Behind)
            {
                node.FellBehind(missed ?? 0);
            }
            else
            {
                node.Began(subscriber.Request.After, new(outcome, after, missed));
            }

            if (!subscriber.TellGap(after, missed))
            {
                yield break;
            }

            // The notice goes out before the next entry.
            yield return Nothing;
        }

        while (!subscriber.TryGoOnAfter(after))
        {
            var page = await _older.ReadAsync(after, cancellationToken).ConfigureAwait(false);
            if (after.IsBefore(page.Start))
            {
                var missed = TopicResume.Missed(after, page.Start, range.IsDense);
                after = page.Start;
                node.FellBehind(missed ?? 0);
                if (!subscriber.TellGap(after, missed))
                {
                    yield break;
                }

                yield return Nothing;
            }

            foreach (var entry in page.After(after).Where(subscriber.HasSubject))
            {
                yield return entry;
            }

            if (page.End.Epoch != after.Epoch && subscriber.TellGap(page.End, missed: null))
            {
                yield return Nothing;
            }

            after = page.End;
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _older.Dispose();
    }

    private async Task RunAsync()
    {
        var retry = new StoreRetry(node);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(retry, _stop.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                await retry.WaitAsync(exception, _stop.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task FollowAsync(StoreRetry retry, CancellationToken cancellationToken)
    {
        var range = await store.FindRangeAsync(cancellationToken).ConfigureAwait(false);
        var ring = node.Ring;
        var begins = false;
        TopicPosition last;
        lock (ring.Gate)
        {
            last = ring.Newest;
            if (last.Epoch is null || last.Epoch != range.Start.Epoch || last.IsBefore(range.Start))
            {
                begins = true;
                ulong? missed = last.Epoch == range.Start.Epoch && last.Epoch is not null ? TopicResume.Missed(last, range.Start, range.IsDense) : null;
                if (last.Epoch is not null)
                {
                    TopicLogs.Lost(node.Logger, node.Name, range.Start);
                }

                ring.Begin(Oldest(range), range.IsDense, missed);
                last = ring.Newest;
            }
        }

        if (begins)
        {
            TopicLogs.Loading(node.Logger, node.Name, last, range.Newest);
            node.WakeAll();
        }

        if (last.IsBefore(range.Newest))
        {
            await foreach (var record in store.ReadAsync(last, range.Newest, cancellationToken).ConfigureAwait(false))
            {
                last = Append(record);
            }
        }

        if (!_isReady)
        {
            _isReady = true;
            node.WakeAll();
        }

        retry.Succeeded();
        await foreach (var record in store.FollowAsync(last, cancellationToken).ConfigureAwait(false))
        {
            last = Append(record);
        }

        // A log whose enumeration ends has a new epoch. If it has none, it is asked again after a while.
        await Task.Delay(StoreRetry.Shortest, cancellationToken).ConfigureAwait(false);
    }

    // If positions count records, what the ring would only discard again is not read.
    private TopicPosition Oldest(TopicRange range)
    {
        var most = (ulong)node.Settings.Limits.Count;
        return range.IsDense && range.Newest.Major - range.Start.Major > most
            ? range.Start with { Major = range.Newest.Major - most }
            : range.Start;
    }

    private TopicPosition Append(TopicRecord record)
    {
        var entry = StoredRecords.Read(node, record);
        var isNew = false;
        lock (node.Ring.Gate)
        {
            if (entry is not null && node.Ring.Newest.IsBefore(entry.Position))
            {
                isNew = true;
                try
                {
                    node.Append(entry);
                }
                catch (Exception exception)
                {
                    StoredRecords.Skip(node, record, exception.Message);
                    isNew = false;
                }
            }
        }

        if (isNew)
        {
            node.Wake(entry!.Index);
        }

        return record.Position;
    }
}
