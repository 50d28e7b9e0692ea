using System.Collections.Concurrent;
using Jero.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Stores.Tests.Sqlite;

/// <summary>What can happen to a file, and what it keeps.</summary>
public sealed class FileTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeLogger<SqliteTopicLog> _logger = new();
    private readonly SqliteLogs _logs;

    public FileTests() => _logs = new SqliteLogs(FilePath, more: ";Default Timeout=60", logger: _logger);

    private string FilePath => Path.Combine(_folder.Path, "topics.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_and_epoch_are_there_after_a_restart()
    {
        await using (var before = new SqliteLogs(FilePath)) await before.Open().AppendAsync(Records.Item("kept", "key"), Token);
        await using var after = new SqliteLogs(FilePath);
        var log = after.Open();

        Assert.Equal("kept", Records.Text(Assert.Single(await Records.ReadAsync(log))));
        Assert.Equal((await log.FindRangeAsync(Token)).Newest, await log.AppendAsync(Records.Item("again", "key"), Token));
    }

    [Fact]
    public async Task An_empty_topic_keeps_its_epoch_over_a_restart()
    {
        TopicRange first;
        await using (var before = new SqliteLogs(FilePath)) first = await before.Open().FindRangeAsync(Token);
        await using var after = new SqliteLogs(FilePath);

        Assert.Equal(first, await after.Open().FindRangeAsync(Token));
    }

    [Fact]
    public async Task Topics_of_one_file_know_nothing_of_each_other()
    {
        var (prices, news) = (_logs.Open("prices"), _logs.Open("news", retainCount: 2));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            Task.WhenAll(prices.AppendAsync(Records.Item($"p{number}", $"{number}"), Token).AsTask(), news.AppendAsync(Records.Item($"n{number}", $"{number}"), Token).AsTask())));

        Assert.Equal(50, (await Records.ReadAsync(prices)).Count);
        Assert.All(await Records.ReadAsync(news), record => Assert.StartsWith("n", Records.Text(record)));
        Assert.Equal(2, (await Records.ReadAsync(news)).Count);
        Assert.NotEqual((await prices.FindRangeAsync(Token)).Newest.Epoch, (await news.FindRangeAsync(Token)).Newest.Epoch);
    }

    [Fact]
    public async Task What_is_published_at_once_shares_transactions()
    {
        var log = _logs.Open();
        await log.AppendAsync(Records.Item("first"), Token);
        using var watching = _logs.File.Open();
        var reader = new TopicReader(watching, "prices", new StoredRecords("prices", _logger));
        var versions = new HashSet<long>();
        using var locked = Lock();
        var appends = Enumerable.Range(0, 200).Select(number => log.AppendAsync(Records.Item($"{number}"), Token).AsTask()).ToList();
        // The first is waiting for the lock, alone or with some; all that came since waits for it.
        locked.Dispose();
        do versions.Add(reader.FindVersion());
        while (appends.Any(static append => !append.IsCompleted));

        await Task.WhenAll(appends);
        Assert.InRange(versions.Count, 1, 10);
        Assert.Equal(201, (await Records.ReadAsync(log)).Count);
    }

    [Fact]
    public async Task A_follower_whose_records_are_trimmed_before_it_has_read_them_ends()
    {
        var log = _logs.Open(retainCount: 700);
        var start = (await log.FindRangeAsync(Token)).Start;
        for (var number = 0; number < 600; number++) await log.AppendAsync(Records.Item($"{number}"), Token);
        await using var following = log.FollowAsync(start, Token).GetAsyncEnumerator(Token);
        Assert.True(await following.MoveNextAsync());

        // It has a page of 500 in hand.
        await Task.WhenAll(Enumerable.Range(600, 1_000).Select(number => log.AppendAsync(Records.Item($"{number}"), Token).AsTask()));
        List<string> followed = [Records.Text(following.Current)];
        while (await following.MoveNextAsync()) followed.Add(Records.Text(following.Current));

        Assert.Equal(Enumerable.Range(0, 500).Select(static number => $"{number}"), followed);
    }

    [Fact]
    public async Task A_record_that_is_too_old_is_forgotten_though_nothing_is_published()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var logs = new SqliteLogs(FilePath, time);
        var log = logs.Open(retainFor: TimeSpan.FromMinutes(10));
        var old = await log.AppendAsync(Records.Item("old", at: time.GetUtcNow()), Token);
        time.Advance(TimeSpan.FromMinutes(6));
        var young = await log.AppendAsync(Records.Item("young", at: time.GetUtcNow()), Token);
        Assert.Equal(2, (await Records.ReadAsync(log)).Count);

        time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(new TopicRange(old, young, IsDense: true), await log.FindRangeAsync(Token));
        Assert.Equal("young", Records.Text(Assert.Single(await log.ReadAsync(old with { Major = 0 }, young, Token).ToListAsync(Token))));
        time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(new TopicRange(young, young, IsDense: true), await log.FindRangeAsync(Token));
        await log.AppendAsync(Records.Item("newest", at: time.GetUtcNow()), Token);
        Assert.Equal(1L, Scalar("SELECT count(*) FROM jero_records"));
    }

    [Fact]
    public async Task A_locked_file_is_told_of_and_leaves_nothing_behind()
    {
        await using var logs = new SqliteLogs(FilePath, more: ";Default Timeout=1");
        var log = logs.Open();
        await log.AppendAsync(Records.Item("before"), Token);
        using (Lock())
        {
            var fault = await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.AppendAsync(Records.Item("lost"), Token));
            Assert.Contains("database is locked", fault.Message);
            // Who reads is not held up.
            Assert.Single(await Records.ReadAsync(log));
        }

        Assert.Equal(2ul, (await log.AppendAsync(Records.Item("after"), Token)).Major);
        Assert.Equal(["before", "after"], (await Records.ReadAsync(log)).Select(Records.Text));
    }

    [Fact]
    public async Task A_file_that_is_deleted_begins_anew_and_ends_who_follows()
    {
        var log = _logs.Open();
        var old = await log.AppendAsync(Records.Item("old"), Token);
        var followed = new ConcurrentQueue<TopicRecord>();
        var following = Records.FollowAsync(log, old with { Major = 0 }, followed, Token);
        await Until.TrueAsync(() => followed.Count == 1, () => "the first has come");
        foreach (var file in Directory.GetFiles(_folder.Path)) File.Delete(file);

        var fresh = await log.AppendAsync(Records.Item("new"), Token);

        Assert.NotEqual(old.Epoch, fresh.Epoch);
        Assert.Equal("new", Records.Text(Assert.Single(await Records.ReadAsync(log))));
        // Ends by itself: nobody cancels it.
        await following.WaitAsync(TimeSpan.FromMinutes(1), Token);
        await Records.FollowAsync(log, old, followed, Token).WaitAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Single(followed);
    }

    [Fact]
    public async Task Who_follows_is_ended_when_the_topic_is_emptied()
    {
        var log = _logs.Open();
        var old = await log.AppendAsync(Records.Item("old"), Token);
        var following = Records.FollowAsync(log, old, [], Token);

        Scalar("DELETE FROM jero_topics");

        await following.WaitAsync(TimeSpan.FromMinutes(1), Token);
    }

    [Fact]
    public async Task A_row_that_is_no_record_is_left_out_and_logged_once()
    {
        var log = _logs.Open();
        await log.AppendAsync(Records.Item("before"), Token);
        Scalar(
            """
            INSERT INTO jero_records (topic, major, kind, at, payload, subject) VALUES
                (1, 2, 7, 0, X'31', NULL), (1, 3, 'item', 0, X'31', NULL), (1, 4, 0, 'soon', X'31', NULL), (1, 5, 0, 9e18, X'31', NULL),
                (1, 6, 0, 0, 'text', NULL), (1, 7, 0, 0, X'310A', NULL), (1, 8, 0, 0, X'', NULL), (1, 9, 0, 0, X'31', 'a' || char(10));
            UPDATE jero_topics SET newest = 9;
            """);
        await log.AppendAsync(Records.Item("after"), Token);

        Assert.Equal(["before", "after"], (await Records.ReadAsync(log)).Select(Records.Text));
        Assert.Equal(["before", "after"], (await Records.ReadAsync(log)).Select(Records.Text));
        Assert.Equal(8, _logger.Collector.GetSnapshot().Count);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_of()
    {
        await using var logs = new SqliteLogs(Path.Combine(_folder.Path, "missing", "topics.db"));
        var fault = await Assert.ThrowsAsync<TopicUnavailableException>(async () => await logs.Open().FindRangeAsync(Token));
        Assert.Contains("unable to open database file", fault.Message);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=prices.db;Mode=ReadOnly")]
    [InlineData("Default Timeout=5")]
    public void What_is_no_file_that_can_be_written_is_refused(string connectionString) =>
        Assert.Throws<ArgumentException>(() => TopicFileSource.Parse(connectionString));

    public async ValueTask DisposeAsync()
    {
        await _logs.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={FilePath}")) SqliteConnection.ClearPool(connection);
        _folder.Dispose();
    }

    private object? Scalar(string text)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }

    // As another program that is in the midst of a transaction.
    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }
}
