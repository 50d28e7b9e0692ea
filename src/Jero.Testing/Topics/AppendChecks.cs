using System.Globalization;
using System.Text;

namespace Jero.Testing.Topics;

/// <summary>Checks what <see cref="ITopicLog.AppendAsync"/> does.</summary>
internal static class AppendChecks
{
    public static async Task EmptyAsync(CheckedLog log)
    {
        var range = await log.FindRangeAsync().ConfigureAwait(false);
        var again = await log.FindRangeAsync().ConfigureAwait(false);
        var first = await log.AppendAsync("first").ConfigureAwait(false);

        log.Same(range.Newest, range.Start, "Start of an empty log");
        log.Same(range, again, "The range when it is asked for again");
        log.True(TopicPosition.TryParse(range.Start.ToString(), out _), $"'{range.Start}' is not a position: an epoch has 1 to 64 letters and digits.");
        log.Same(range.Start.Epoch, first.Epoch, "The epoch of the first record, which that of the empty log is");
        log.True(range.Start.IsBefore(first), $"The first record has the position {first}, which is not after {range.Start}.");
    }

    public static async Task PositionsAsync(CheckedLog log)
    {
        var positions = await log.AppendAsync(50).ConfigureAwait(false);
        var range = await log.FindRangeAsync().ConfigureAwait(false);

        for (var i = 0; i < positions.Count; i++)
        {
            log.True(i == 0 || positions[i - 1].IsBefore(positions[i]), $"{positions[i]} came after {positions[Math.Max(i - 1, 0)]}.");
            log.True(!range.IsDense || positions[i].Major == positions[0].Major + (ulong)i, $"{positions[i]} leaves a hole, but IsDense says that there is none.");
            log.True(
                TopicPosition.TryParse(positions[i].ToString(), out var parsed) && parsed == positions[i],
                $"'{positions[i]}' does not come back from its text.");
        }
    }

    public static async Task FieldsAsync(CheckedLog log)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        TopicRecord[] records =
        [
            // A part of a larger array, as a pooled buffer is.
            new() { At = at, Payload = "xxnullxx"u8.ToArray().AsMemory(2, 4) },
            new() { At = at, Payload = "{\"a\":\"žluťoučký 🐎 \\u0000\"}"u8.ToArray(), Subject = "room/7 '\"\\ž🐎", EventName = "tick \t'\"" },
            new() { At = at, Payload = "1"u8.ToArray(), Subject = new string('s', 1024), EventName = new string('e', 1024), IdempotencyKey = "k 1" },
            new() { At = at, Payload = "2"u8.ToArray(), Subject = "", EventName = "" },
            new() { At = at, Kind = TopicRecordKind.Disconnect, Subject = "@ada" },
        ];

        foreach (var record in records)
        {
            await log.Log.AppendAsync(record, log.Limit).ConfigureAwait(false);
        }

        var read = await log.ReadAsync().ConfigureAwait(false);
        log.SameSequence(records.Select(Text), read.Select(Text), "What was read");
    }

    public static async Task LargeAsync(CheckedLog log)
    {
        var payload = Encoding.UTF8.GetBytes($"\"{new string('x', 1024 * 1024)}\"");
        await log.Log.AppendAsync(CheckedLog.Record("") with { Payload = payload }, log.Limit).ConfigureAwait(false);

        var read = await log.ReadAsync().ConfigureAwait(false);
        log.Same(1, read.Count, "The number of records");
        log.True(read[0].Payload.Span.SequenceEqual(payload), "The payload of 1 MiB has changed.");
    }

    public static async Task ConcurrentAsync(CheckedLog log)
    {
        var positions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => log.AppendAsync(50)))).ConfigureAwait(false);

        var read = await log.ReadAsync().ConfigureAwait(false);
        log.Same(400, positions.SelectMany(static of => of).Distinct().Count(), "The number of positions");
        log.SameSequence(
            positions.SelectMany(static of => of).OrderBy(static position => position.Major).ThenBy(static position => position.Minor),
            read.Select(static record => record.Position), "What was read");
    }

    public static async Task IdempotencyAsync(CheckedLog log)
    {
        var first = await log.AppendAsync("first", "a").ConfigureAwait(false);
        var second = await log.AppendAsync("second", "b").ConfigureAwait(false);
        await log.AppendAsync("same").ConfigureAwait(false);
        await log.AppendAsync("same").ConfigureAwait(false);
        var again = await log.AppendAsync("another", "a").ConfigureAwait(false);

        log.Same(first, again, "The position of what had its key before");
        log.True(first != second, "Two keys have one position.");
        var read = await log.ReadAsync().ConfigureAwait(false);
        log.SameSequence(
            ["\"first\"", "\"second\"", "\"same\"", "\"same\""], read.Select(static record => Encoding.UTF8.GetString(record.Payload.Span)), "What was read");
    }

    public static async Task ConcurrentIdempotencyAsync(CheckedLog log)
    {
        var positions = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(
            async () => await log.AppendAsync("same", (number % 4).ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false)))).ConfigureAwait(false);

        log.Same(4, positions.Distinct().Count(), "The number of positions of four keys");
        log.Same(4, (await log.ReadAsync().ConfigureAwait(false)).Count, "The number of records of four keys");
    }

    public static async Task CancelledAsync(CheckedLog log)
    {
        try
        {
            await log.Log.AppendAsync(CheckedLog.Record("never"), new CancellationToken(canceled: true)).ConfigureAwait(false);
            log.True(false, "AppendAsync with a token that is cancelled should throw an OperationCanceledException.");
        }
        catch (OperationCanceledException)
        {
            log.Same(0, (await log.ReadAsync().ConfigureAwait(false)).Count, "The number of records");
        }
    }

    private static string Text(TopicRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{record.Kind} '{record.Subject ?? "(null)"}' '{record.EventName ?? "(null)"}' {record.At:O} {Encoding.UTF8.GetString(record.Payload.Span)}");
}
