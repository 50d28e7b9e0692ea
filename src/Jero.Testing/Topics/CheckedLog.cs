using System.Globalization;
using System.Text;

namespace Jero.Testing.Topics;

/// <summary>Wraps a log for a check, with what checks share.</summary>
internal sealed class CheckedLog(ITopicLog log, string check, CancellationToken limit)
{
    public ITopicLog Log => log;

    public CancellationToken Limit => limit;

    public static TopicRecord Record(string text, string? key = null) => new()
    {
        At = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()),
        Payload = Encoding.UTF8.GetBytes($"\"{text}\""),
        IdempotencyKey = key,
    };

    public ValueTask<TopicPosition> AppendAsync(string text, string? key = null) => log.AppendAsync(Record(text, key), limit);

    public async Task<List<TopicPosition>> AppendAsync(int count)
    {
        var positions = new List<TopicPosition>();
        for (var number = 0; number < count; number++)
        {
            positions.Add(await AppendAsync(number.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false));
        }

        return positions;
    }

    public ValueTask<TopicRange> FindRangeAsync() => log.FindRangeAsync(limit);

    /// <summary>Reads everything that is kept.</summary>
    public async Task<List<TopicRecord>> ReadAsync()
    {
        var range = await FindRangeAsync().ConfigureAwait(false);
        return await ReadAsync(range.Start, range.Newest).ConfigureAwait(false);
    }

    public async Task<List<TopicRecord>> ReadAsync(TopicPosition after, TopicPosition to)
    {
        var records = new List<TopicRecord>();
        await foreach (var record in log.ReadAsync(after, to, limit).ConfigureAwait(false))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>Reads a number of the records that follow.</summary>
    public async Task<List<TopicRecord>> FollowAsync(TopicPosition after, int count, Action? read = null)
    {
        var records = new List<TopicRecord>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(limit);
        await foreach (var record in log.FollowAsync(after, enough.Token).ConfigureAwait(false))
        {
            records.Add(record);
            read?.Invoke();
            if (records.Count == count)
            {
                break;
            }
        }

        Same(count, records.Count, "FollowAsync ended by itself, and the number of records that it gave");
        return records;
    }

    public void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Fail($"{what} should be {Show(expected)} and is {Show(actual)}.");
        }
    }

    public void SameSequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        T[] wanted = [.. expected];
        T[] given = [.. actual];
        if (!wanted.SequenceEqual(given))
        {
            Fail($"{what} should be [{Show(wanted)}] and is [{Show(given)}].");
        }
    }

    public void True(bool condition, string what)
    {
        if (!condition)
        {
            Fail(what);
        }
    }

    private void Fail(string what) => throw new StreamTestException($"'{check}': {what}");

    private static string Show<T>(T[] values) => values.Length > 20
        ? $"{string.Join(", ", values.Take(20))}, … ({values.Length} of them)"
        : string.Join(", ", values);

    private static string Show<T>(T value) => Messages.Short(value?.ToString() ?? "null");
}
