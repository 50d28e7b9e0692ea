using System.Collections.Concurrent;
using Shared;

namespace Stores.Tests.Redis;

/// <summary>Records that are taken away by others, or by time.</summary>
public sealed class LossTests : IAsyncLifetime
{
    private const string Key = "{jero:prices}:log";
    private RedisServer _redis = null!;
    private RedisLogs _logs = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _logs = new RedisLogs(_redis.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        if (_logs is not null) await _logs.DisposeAsync();
        if (_redis is not null) await _redis.DisposeAsync();
    }

    [Theory]
    [InlineData("FLUSHALL")]
    [InlineData("DEL", Key)]
    [InlineData("RENAME", Key, "elsewhere")]
    public async Task A_log_that_is_lost_has_a_new_epoch_and_ends_who_follows(params string[] command)
    {
        var log = _logs.Open();
        var old = await log.AppendAsync(Records.Item("old", "key"), Token);
        var followed = new ConcurrentQueue<TopicRecord>();
        // Cancelled by nobody: it ends by itself.
        var following = Records.FollowAsync(log, old with { Major = 0, Minor = 0 }, followed, Token);
        await Until.TrueAsync(() => followed.Count == 1, () => "the first has come");

        await _redis.CommandAsync(command);
        var fresh = await log.AppendAsync(Records.Item("new", "key"), Token);
        await following.WaitAsync(TimeSpan.FromMinutes(1), Token);

        Assert.NotEqual(old.Epoch, fresh.Epoch);
        Assert.Equal("old", Records.Text(Assert.Single(followed)));
        Assert.Equal("new", Records.Text(Assert.Single(await Records.ReadAsync(log))));
        Assert.Empty(await log.ReadAsync(old with { Major = 0, Minor = 0 }, old with { Major = ulong.MaxValue }, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_stream_that_another_program_makes_in_its_place_has_a_new_epoch_too()
    {
        var log = _logs.Open();
        var old = await log.AppendAsync(Records.Item("old"), Token);
        var following = Records.FollowAsync(log, old, [], Token);
        await _redis.CommandAsync("DEL", Key);
        await _redis.CommandAsync("XADD", Key, "*", "foo", "bar");

        await following.WaitAsync(TimeSpan.FromMinutes(1), Token);
        Assert.NotEqual(old.Epoch, (await log.FindRangeAsync(Token)).Newest.Epoch);
        Assert.Empty(await Records.ReadAsync(log));
    }

    [Fact]
    public async Task A_log_that_is_emptied_by_trimming_keeps_its_epoch_and_says_that_all_is_missed()
    {
        var log = _logs.Open();
        var empty = await log.FindRangeAsync(Token);
        await log.AppendAsync(Records.Item("old"), Token);
        var newest = await log.AppendAsync(Records.Item("newest"), Token);
        Assert.Equal(empty.Start, (await log.FindRangeAsync(Token)).Start);

        await _redis.CommandAsync("XTRIM", Key, "MAXLEN", "0");

        Assert.Equal(new TopicRange(newest, newest, IsDense: false), await log.FindRangeAsync(Token));
        Assert.True(newest.IsBefore(await log.AppendAsync(Records.Item("after"), Token)));
    }

    [Fact]
    public async Task A_reader_whose_records_are_trimmed_goes_on_with_the_oldest_that_is_kept_and_a_follower_ends()
    {
        var log = _logs.Open();
        var start = (await log.FindRangeAsync(Token)).Start;
        for (var number = 0; number < 1_200; number++) await log.AppendAsync(Records.Item($"{number}"), Token);
        var newest = (await log.FindRangeAsync(Token)).Newest;
        await using var reading = log.ReadAsync(start, newest, Token).GetAsyncEnumerator(Token);
        await using var following = log.FollowAsync(start, Token).GetAsyncEnumerator(Token);
        Assert.True(await reading.MoveNextAsync() && await following.MoveNextAsync());

        // Each has a page of 500 in hand.
        await _redis.CommandAsync("XTRIM", Key, "MAXLEN", "100");
        List<string> read = [Records.Text(reading.Current)], followed = [Records.Text(following.Current)];
        while (await reading.MoveNextAsync()) read.Add(Records.Text(reading.Current));
        while (await following.MoveNextAsync()) followed.Add(Records.Text(following.Current));

        Assert.Equal(Enumerable.Range(0, 500).Concat(Enumerable.Range(1_100, 100)).Select(static number => $"{number}"), read);
        // The topic asks for the range then, and tells everybody of the gap.
        Assert.Equal(Enumerable.Range(0, 500).Select(static number => $"{number}"), followed);
    }

    [Fact]
    public async Task What_is_too_old_is_forgotten_though_nothing_is_published()
    {
        var log = _logs.Open(retainFor: TimeSpan.FromMilliseconds(1));
        var old = await log.AppendAsync(Records.Item("old"), Token);

        await Until.TrueAsync(
            () => log.FindRangeAsync(Token).AsTask().GetAwaiter().GetResult() == new TopicRange(old, old, IsDense: false), () => "it is forgotten");
        Assert.Equal("0", await _redis.CommandAsync("XLEN", Key));
    }
}
