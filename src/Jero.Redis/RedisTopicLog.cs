using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Jero.Redis;

/// <summary>Implements the log of a topic in a stream. Its positions are the ids of the stream.</summary>
internal sealed class RedisTopicLog(
    string topic, RedisConnection connection, Retention retention, ILogger<RedisTopicLog> logger, Counter<long>? skipped = null)
    : ITopicLog
{
    private const int Page = 500;

    // The hash tag puts everything that a script touches into one slot of a cluster:
    // https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
    private readonly string _prefix = $"{{jero:{topic}}}:";
    private readonly StreamRecords _records = new(topic, logger, skipped);

    public string Topic => topic;

    private RedisKey Stream => _prefix + "log";

    public async ValueTask<TopicPosition> AppendAsync(TopicRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        cancellationToken.ThrowIfCancellationRequested();
        RedisKey[] keys = record.IdempotencyKey is { } key ? [Stream, _prefix + "once:" + key] : [Stream];
        RedisValue[] values =
            [NewEpoch(), retention.Count, retention.Milliseconds, retention.KeyMilliseconds, .. StreamRecords.Write(record)];
        var reply = await RunAsync(
            async () => await (await connection.GetCommandsAsync().ConfigureAwait(false))
                .ScriptEvaluateAsync(TopicScripts.Append, keys, values).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return StreamId.Parse((string)reply[0]!, (string)reply[1]!);
    }

    public async ValueTask<TopicRange> FindRangeAsync(CancellationToken cancellationToken)
    {
        var reply = await RunAsync(
            async () => await (await connection.GetCommandsAsync().ConfigureAwait(false))
                .ScriptEvaluateAsync(TopicScripts.FindRange, [Stream], [NewEpoch(), retention.Milliseconds]).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        var epoch = (string)reply[0]!;
        var newest = StreamId.Parse(epoch, (string)reply[1]!);
        var oldest = (string)reply[2]!;
        var start = (int)reply[3] == 1 ? new TopicPosition(epoch, 0)
            : oldest.Length == 0 ? newest
            : StreamId.Before(StreamId.Parse(epoch, oldest));
        return new TopicRange(start, newest, IsDense: false);
    }

    public async IAsyncEnumerable<TopicRecord> ReadAsync(
        TopicPosition after, TopicPosition to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!after.IsBefore(to))
        {
            yield break;
        }

        while (true)
        {
            var (from, commands) = (after, await RunAsync(connection.GetCommandsAsync, cancellationToken).ConfigureAwait(false));
            var page = await RunAsync(
                () => ReadPageAsync(
                    commands, from, () => commands.StreamRangeAsync(Stream, $"({StreamId.Of(from)}", StreamId.Of(to), Page)),
                cancellationToken).ConfigureAwait(false);
            foreach (var record in Records(page, after.Epoch))
            {
                yield return record;
            }

            if (page is not { Length: Page })
            {
                yield break;
            }

            after = StreamId.Parse(after.Epoch, (string)page[^1].Id!);
        }
    }

    public async IAsyncEnumerable<TopicRecord> FollowAsync(
        TopicPosition after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var own = await RunAsync(() => connection.ConnectReaderAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        await using (own.ConfigureAwait(false))
        {
            var reader = own.GetDatabase();
            var wasFull = false;
            // There is no page if the log has another epoch, or has trimmed what was not read yet.
            while (await FollowPageAsync(reader, after, wasFull, cancellationToken).ConfigureAwait(false) is { } page)
            {
                foreach (var record in Records(page, after.Epoch))
                {
                    yield return record;
                }

                wasFull = IsFull(page);
                if (page.Length > 0)
                {
                    after = StreamId.Parse(after.Epoch, (string)page[^1].Id!);
                }
            }
        }
    }

    /// <summary>Runs the commands that reading needs, and throws what Redis answers to them.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var range = await FindRangeAsync(cancellationToken).ConfigureAwait(false);
        var commands = await connection.GetCommandsAsync().ConfigureAwait(false);
        await RunAsync(
            () => ReadPageAsync(commands, range.Newest, () => WaitForPageAsync(commands, range.Newest, block: null)),
            cancellationToken).ConfigureAwait(false);
        await RunAsync(() => commands.StreamRangeAsync(Stream, "-", "-", 1), cancellationToken).ConfigureAwait(false);
    }

    private bool IsFull(StreamEntry[] page) => page.Length >= Math.Min(Page, retention.Count);

    private static string NewEpoch() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    private IEnumerable<TopicRecord> Records(StreamEntry[]? page, string epoch) =>
        (page ?? []).Select(entry => _records.Read(epoch, entry)).OfType<TopicRecord>();

    private async Task<StreamEntry[]?> FollowPageAsync(IDatabase reader, TopicPosition after, bool wasFull, CancellationToken cancellationToken)
    {
        var page = await RunAsync(
            () => ReadPageAsync(reader, after, () => WaitForPageAsync(reader, after, (long)RedisConnection.Block.TotalMilliseconds)),
            cancellationToken).ConfigureAwait(false);
        // Only a follower that is behind can have missed what was trimmed. A follower that waits for each record need not ask.
        if (page is null or [] || !(wasFull || IsFull(page)))
        {
            return page;
        }

        return after.IsBefore((await FindRangeAsync(cancellationToken).ConfigureAwait(false)).Start) ? null : page;
    }

    // Asked after the page, over the same connection: an epoch that is still there then was there when the page was read.
    private async Task<StreamEntry[]?> ReadPageAsync(IDatabase database, TopicPosition after, Func<Task<StreamEntry[]>> read)
    {
        var reading = read();
        var asking = database.ExecuteAsync("XINFO", "GROUPS", Stream);
        StreamEntry[] page;
        RedisResult groups;
        try
        {
            page = await reading.ConfigureAwait(false);
        }
        finally
        {
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        try
        {
            groups = await asking.ConfigureAwait(false);
        }
        catch (RedisServerException exception) when (exception.Message.Contains("no such key", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return ((RedisResult[])groups!).Any(group => (string?)group[1] == TopicScripts.EpochGroup + after.Epoch) ? page : null;
    }

    // StackExchange.Redis has no blocking read. The reply is [[key, [[id, [name, value, ...]], ...]]], or null when the time was over:
    // https://redis.io/commands/xread
    private async Task<StreamEntry[]> WaitForPageAsync(IDatabase database, TopicPosition after, long? block)
    {
        object[] wait = block is { } milliseconds ? ["BLOCK", milliseconds] : [];
        object[] arguments = ["COUNT", Page, .. wait, "STREAMS", Stream, StreamId.Of(after)];
        var reply = await database.ExecuteAsync("XREAD", arguments).ConfigureAwait(false);
        return reply.IsNull ? [] : [.. ((RedisResult[])reply[0][1]!).Select(Entry)];
    }

    private static StreamEntry Entry(RedisResult entry)
    {
        var fields = (RedisValue[])entry[1]!;
        return new StreamEntry((RedisValue)entry[0], [.. fields.Chunk(2).Select(static field => new NameValueEntry(field[0], field[1]))]);
    }

    private async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            throw new TopicUnavailableException(topic, exception);
        }
    }
}
