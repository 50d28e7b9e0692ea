using Jero.Topics.Ring;

namespace Jero.Topics.Stores;

/// <summary>
/// Reads what the store keeps and the ring does not, once for all subscribers of the process that ask at about the same time. There is one
/// reading at a time, and its result stays for the next ones.
/// </summary>
internal sealed class OlderRecords(TopicNode node, ITopicLog store) : IDisposable
{
    private const int MostBytes = 1024 * 1024;
    private const int MostPages = 8;

    private static readonly TimeSpan RangeLife = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<RecordPage> _pages = [];
    private TopicRange _range;
    private long _rangeRead;

    /// <summary>Finds what the store keeps, as of now or shortly before. Waits while the store is not available.</summary>
    public async ValueTask<TopicRange> FindRangeAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var asked = node.Time.GetTimestamp();
            if (_range.Start.Epoch is null || node.Time.GetElapsedTime(_rangeRead) > RangeLife)
            {
                _range = await RetryAsync(store.FindRangeAsync, cancellationToken).ConfigureAwait(false);
                _rangeRead = asked;
            }

            return _range;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Waits until the ring has a position.</summary>
    public async Task WaitForAsync(TopicPosition position, CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (node.Ring.Gate)
            {
                if (position.Epoch != node.Ring.Newest.Epoch || !node.Ring.Newest.IsBefore(position))
                {
                    return;
                }
            }

            await Task.Delay(Pause, node.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads some of the records after a position. There are none if the log has begun another epoch that the ring does not know of. Waits
    /// while the store is not available.
    /// </summary>
    public async ValueTask<RecordPage> ReadAsync(TopicPosition after, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_pages.Find(page => page.Holds(after)) is { } known)
            {
                return known;
            }

            var page = await RetryAsync(token => LoadAsync(after, token), cancellationToken).ConfigureAwait(false);
            if (page.Start.IsBefore(page.End))
            {
                _pages.Add(page);
                if (_pages.Count > MostPages)
                {
                    _pages.RemoveAt(0);
                }
            }

            return page;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async ValueTask<RecordPage> LoadAsync(TopicPosition after, CancellationToken cancellationToken)
    {
        TopicPosition to;
        lock (node.Ring.Gate)
        {
            to = node.Ring.Start;
        }

        if (to.Epoch != after.Epoch)
        {
            return new RecordPage(after, to, []);
        }

        foreach (var page in _pages)
        {
            if (after.IsBefore(page.Start) && page.Start.IsBefore(to))
            {
                to = page.Start;
            }
        }

        var entries = new List<TopicEntry>();
        var bytes = 0;
        var end = to;
        await foreach (var record in store.ReadAsync(after, to, cancellationToken).ConfigureAwait(false))
        {
            if (StoredRecords.Read(node, record) is { } entry)
            {
                entries.Add(entry);
                bytes += entry.Size;
            }

            if (bytes > MostBytes)
            {
                end = record.Position;
                break;
            }
        }

        // The range is asked for after the records: what the store has forgotten in the meantime may be missing among them, and the hole
        // would go unnoticed.
        var asked = node.Time.GetTimestamp();
        var range = await store.FindRangeAsync(cancellationToken).ConfigureAwait(false);
        (_range, _rangeRead) = (range, asked);
        if (range.Start.Epoch != after.Epoch)
        {
            // The ring will report the new epoch as soon as it knows.
            await Task.Delay(Pause, node.Time, cancellationToken).ConfigureAwait(false);
            return new RecordPage(after, after, []);
        }

        if (!after.IsBefore(range.Start))
        {
            return new RecordPage(after, end, [.. entries]);
        }

        // What the ring or another page keeps is available whatever the store has forgotten.
        var start = range.Start.IsBefore(to) ? range.Start : to;
        return new RecordPage(start, end.IsBefore(start) ? start : end, [.. entries.Where(entry => start.IsBefore(entry.Position))]);
    }

    private async ValueTask<TResult> RetryAsync<TResult>(Func<CancellationToken, ValueTask<TResult>> read, CancellationToken cancellationToken)
    {
        var retry = new StoreRetry(node);
        while (true)
        {
            try
            {
                return await read(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                await retry.WaitAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
