using System.Collections.Concurrent;
using System.Text;

namespace Stores.Tests;

internal static class Records
{
    public static TopicRecord Item(string text, string? key = null, DateTimeOffset? at = null) => new()
    {
        At = at ?? DateTimeOffset.UtcNow,
        Payload = Encoding.UTF8.GetBytes($"\"{text}\""),
        IdempotencyKey = key,
    };

    public static string Text(TopicRecord record) => Encoding.UTF8.GetString(record.Payload.Span).Trim('"');

    /// <summary>All that is kept.</summary>
    public static async Task<List<TopicRecord>> ReadAsync(ITopicLog log)
    {
        var range = await log.FindRangeAsync(TestContext.Current.CancellationToken);
        return await log.ReadAsync(range.Start, range.Newest, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Follows until the log ends it, or the token.</summary>
    public static async Task FollowAsync(ITopicLog log, TopicPosition after, ConcurrentQueue<TopicRecord> into, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var record in log.FollowAsync(after, cancellationToken)) into.Enqueue(record);
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
