using System.Collections.Concurrent;
using System.Globalization;
using Shared;

namespace Stores.Tests.Sqlite;

/// <summary>A process that publishes and is killed with no warning, and others that read what it left.</summary>
public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "topics.db");

    [Fact]
    public async Task What_was_acknowledged_before_the_kill_is_kept_once_and_in_order()
    {
        var publisher = Publisher(100_000);
        await using (publisher)
        {
            await Until.TrueAsync(() => publisher.Output.Split('\n').Length > 1_000, () => publisher.Output);
        }

        // The last line may have been cut off.
        var acknowledged = publisher.Output.Split('\n')[..^2].Where(static line => line.StartsWith("stored ", StringComparison.Ordinal))
            .Select(static line => line.Split(' ')).ToDictionary(static line => line[1], static line => line[2].Trim());

        await using var logs = new SqliteLogs(FilePath);
        var log = logs.Open();
        var range = await log.FindRangeAsync(TestContext.Current.CancellationToken);
        var read = await log.ReadAsync(range.Start, range.Newest, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.InRange(acknowledged.Count, 900, 90_000);
        Assert.Equal(Enumerable.Range(1, read.Count).Select(static number => (ulong)number), read.Select(static record => record.Position.Major));
        Assert.All(acknowledged, pair => Assert.Equal(pair.Key, Records.Text(read[int.Parse(pair.Value.Split('-')[1]) - 1])));
        Assert.Equal(read.Count, read.Select(Records.Text).Distinct().Count());
        var next = await log.AppendAsync(Records.Item("next"), TestContext.Current.CancellationToken);
        Assert.Equal(range.Newest with { Major = range.Newest.Major + 1 }, next);
    }

    [Fact]
    public async Task Another_process_is_followed()
    {
        await using var logs = new SqliteLogs(FilePath);
        var log = logs.Open();
        var start = (await log.FindRangeAsync(TestContext.Current.CancellationToken)).Start;
        var followed = new ConcurrentQueue<TopicRecord>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var following = Records.FollowAsync(log, start, followed, stop.Token);

        await using var publisher = Publisher(100);
        // Both write to the one file.
        for (var number = 0; number < 100; number++) await log.AppendAsync(Records.Item($"own {number}"), stop.Token);
        await Until.TrueAsync(() => followed.Count == 200, () => $"{followed.Count} have come; {publisher.Output}");
        await stop.CancelAsync();
        await following;

        Assert.Equal(Enumerable.Range(1, 200).Select(static number => (ulong)number), followed.Select(static record => record.Position.Major));
        Assert.Equal(200, followed.Select(Records.Text).Distinct().Count());
    }

    public void Dispose() => _folder.Dispose();

    private ChildProcess Publisher(int count) =>
        new(Path.Combine(AppContext.BaseDirectory, "Stores.Publisher"), FilePath, count.ToString(CultureInfo.InvariantCulture));
}
