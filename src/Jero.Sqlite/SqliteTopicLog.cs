using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Jero.Sqlite;

/// <summary>Implements the log of a topic in a file that other topics and other processes may share.</summary>
internal sealed class SqliteTopicLog(
    string topic, TopicFile file, Retention retention, TimeProvider time, ILogger<SqliteTopicLog> logger, Counter<long>? skipped = null)
    : ITopicLog
{
    // The longest delay before a publication of another process is seen here.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly StoredRecords _stored = new(topic, logger, skipped);

    public async ValueTask<TopicPosition> AppendAsync(TopicRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        cancellationToken.ThrowIfCancellationRequested();
        var append = new PendingAppend(topic, retention, retention.Cutoff(time), record, cancellationToken);
        return await file.AppendAsync(append).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<TopicRange> FindRangeAsync(CancellationToken cancellationToken) =>
        await UseAsync(reader => reader.FindRange(retention.Cutoff(time)), cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<TopicRecord> ReadAsync(
        TopicPosition after, TopicPosition to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (after.Epoch != to.Epoch)
        {
            yield break;
        }

        while (await UseAsync(reader => reader.Read(after, to.Major, retention.Cutoff(time)), cancellationToken).ConfigureAwait(false)
            is { IsEmpty: false } page)
        {
            foreach (var record in page.Records)
            {
                yield return record;
            }

            after = page.Last;
        }
    }

    public async IAsyncEnumerable<TopicRecord> FollowAsync(
        TopicPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var generation = file.Generation;
        // It has its own connection while it follows, because the data version belongs to a connection.
        using var reader = await RunAsync(() => new TopicReader(file.Open(), topic, _stored), cancellationToken).ConfigureAwait(false);
        while (true)
        {
            // Both are taken before the page is read, so that a commit in the meantime ends the wait.
            var committed = file.Committed;
            var position = after;
            var (version, page) = await RunAsync(
                () => (reader.FindVersion(), reader.Read(position, ulong.MaxValue, retention.Cutoff(time))),
                cancellationToken).ConfigureAwait(false);
            // The connection may still have the file that was deleted. Records that were forgotten before they were read must not go
            // unnoticed.
            if (page is null || page.HasMissed || generation != file.Generation)
            {
                yield break;
            }

            foreach (var record in page.Records)
            {
                yield return record;
            }

            after = page.Last;
            if (page.IsEmpty)
            {
                await WaitAsync(reader, version, committed, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task WaitAsync(TopicReader reader, long version, Task committed, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.WhenAny(committed, Task.Delay(PollInterval, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (committed.IsCompleted || await RunAsync(reader.FindVersion, cancellationToken).ConfigureAwait(false) != version)
            {
                return;
            }
        }
    }

    private Task<TResult> UseAsync<TResult>(Func<TopicReader, TResult> read, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            using var reader = new TopicReader(file.Open(), topic, _stored);
            return read(reader);
        },
        cancellationToken);

    // SQLite's calls block, and wait for a locked file, so they must not run on the caller's thread.
    private async Task<TResult> RunAsync<TResult>(Func<TResult> read, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SqliteException or InvalidOperationException)
        {
            throw new TopicUnavailableException(topic, exception);
        }
    }
}
