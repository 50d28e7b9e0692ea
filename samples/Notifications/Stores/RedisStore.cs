using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Notifications.Feeds;
using StackExchange.Redis;

namespace Notifications.Stores;

/// <summary>
/// A store for any number of processes: one Redis stream. What the acknowledgement of a notification is worth is Redis' setting: with
/// <c>appendonly yes</c> a killed Redis loses nothing, with <c>appendfsync always</c> neither does a machine without power.
/// </summary>
public sealed partial class RedisStore(
    RedisConnections connections, StoredRecords records, IOptions<NotificationOptions> options, ILogger<RedisStore> logger) : INotificationStore
{
    private const int Page = 500;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly RedisKey Key = "notifications";

    public async Task<FeedId> AppendAsync(string topic, string kind, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        NameValueEntry[] fields = [new("topic", topic), new("kind", kind), new("json", json)];
        try
        {
            var id = await connections.Commands
                .StreamAddAsync(Key, fields, messageId: null, maxLength: options.Value.Retention, useApproximateMaxLength: true)
                .WaitAsync(cancellationToken);
            return Parse(id);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            throw new StoreUnavailableException(exception);
        }
    }

    // Not a foreign record's: a client that came back with that id would be told of a gap.
    public async Task<FeedId> FindNewestAsync(CancellationToken cancellationToken)
    {
        RedisValue to = "+";
        StreamEntry[] page;
        do
        {
            var end = to;
            page = await RetryAsync(
                () => connections.Commands.StreamRangeAsync(Key, maxId: end, count: Page, messageOrder: Order.Descending), cancellationToken);
            foreach (var entry in page)
            {
                if (Read(entry) is { } newest) return newest.Id;
            }

            if (page.Length > 0) to = $"({page[^1].Id}";
        }
        while (page.Length == Page);
        return FeedId.Start;
    }

    public async IAsyncEnumerable<FeedEvent> ReadAsync(FeedId first, FeedId last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RedisValue from = first.ToString();
        StreamEntry[] page;
        do
        {
            var start = from;
            page = await RetryAsync(() => connections.Commands.StreamRangeAsync(Key, start, last.ToString(), Page), cancellationToken);
            foreach (var entry in page)
            {
                if (Read(entry) is { } kept) yield return kept;
            }

            if (page.Length > 0) from = $"({page[^1].Id}";
        }
        while (page.Length == Page);
    }

    public async IAsyncEnumerable<FeedEvent> FollowAsync(FeedId after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var last = after.ToString();
            var reply = await RetryAsync(
                () => connections.Reader.ExecuteAsync(
                    "XREAD", "COUNT", Page, "BLOCK", (long)RedisConnections.Block.TotalMilliseconds, "STREAMS", Key, last),
                cancellationToken);
            foreach (var entry in ReadReply(reply))
            {
                if (Read(entry) is { } stored) yield return stored;
                after = Parse(entry.Id);
            }
        }
    }

    // [[key, [[id, [name, value, ...]], ...]]], or null when the time was over: https://redis.io/commands/xread
    private static IEnumerable<StreamEntry> ReadReply(RedisResult reply)
    {
        if (reply.IsNull) yield break;
        foreach (var entry in (RedisResult[])reply[0][1]!)
        {
            var fields = (RedisValue[])entry[1]!;
            yield return new StreamEntry((RedisValue)entry[0], [.. fields.Chunk(2).Select(field => new NameValueEntry(field[0], field[1]))]);
        }
    }

    private FeedEvent? Read(StreamEntry entry) =>
        records.Read(Parse(entry.Id), (string?)entry["topic"], (string?)entry["kind"], (byte[]?)entry["json"]);

    private static FeedId Parse(string? id) =>
        FeedId.TryParse(id, out var parsed) ? parsed : throw new InvalidOperationException($"Redis gave the id '{id}'.");

    private async Task<T> RetryAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, wait.Ticks * 2)))
        {
            try
            {
                return await attempt().WaitAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                LogAway(exception.Message, wait);
                // Not all processes and clients in the same moment.
                await Task.Delay(wait * (0.5 + Random.Shared.NextDouble()), cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer, trying again in about {Wait}: {Reason}")]
    private partial void LogAway(string reason, TimeSpan wait);
}
