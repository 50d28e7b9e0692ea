using Jero.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Testing;
using Shared;

namespace Stores.Tests.Redis;

/// <summary>What others write to the stream, and what they allow.</summary>
public sealed class ForeignTests : IAsyncLifetime
{
    private const string Key = "{jero:prices}:log";
    private readonly FakeLogger<RedisTopicLog> _logger = new();
    private RedisServer _redis = null!;
    private RedisLogs _logs = null!;

    private static readonly string[][] Foreign =
    [
        ["foo", "bar"],
        ["", ""],
        ["kind", "0"],
        ["kind", "0", "at", "1700000000000"],
        ["kind", "0", "at", "1700000000000", "payload", ""],
        ["kind", "0", "at", "1700000000000", "payload", "{"],
        ["kind", "0", "at", "1700000000000", "payload", "1 2"],
        ["kind", "0", "at", "1700000000000", "payload", "1\n"],
        ["kind", "0", "at", "1700000000000", "payload", "\"\xff\""],
        ["kind", "0", "at", "soon", "payload", "1"],
        ["kind", "0", "at", "999999999999999999", "payload", "1"],
        ["kind", "7", "at", "1700000000000", "payload", "1"],
        ["kind", "0", "at", "1700000000000", "payload", "1", "subject", "a\nb"],
        ["kind", "0", "at", "1700000000000", "payload", "1", "event", "a\0b"],
        ["kind", "0", "at", "1700000000000", "payload", "1", "event", new string('e', 2_000)],
        ["kind", "1", "at", "1700000000000"],
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _logs = new RedisLogs(_redis.Configuration, _logger);
    }

    public async ValueTask DisposeAsync()
    {
        if (_logs is not null) await _logs.DisposeAsync();
        if (_redis is not null) await _redis.DisposeAsync();
    }

    [Fact]
    public async Task What_is_no_record_is_left_out_and_logged_once()
    {
        var log = _logs.Open();
        var start = (await log.FindRangeAsync(Token)).Start;
        await log.AppendAsync(Records.Item("before"), Token);
        List<string> ids = [];
        foreach (var fields in Foreign) ids.Add(await _redis.CommandAsync(["XADD", Key, "*", .. fields]));
        await log.AppendAsync(Records.Item("after"), Token);

        Assert.Equal(["before", "after"], (await Records.ReadAsync(log)).Select(Records.Text));
        Assert.Equal(["before", "after"], (await log.FollowAsync(start, Token).Take(2).ToListAsync(Token)).Select(Records.Text));
        var messages = _logger.Collector.GetSnapshot().Select(static entry => entry.Message).ToList();
        Assert.Equal(ids.Count, messages.Count);
        Assert.All(ids, id => Assert.Single(messages, message => message.StartsWith($"The entry {id} in the stream of the topic 'prices' is skipped: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_another_program_writes_in_the_right_form_is_a_record()
    {
        var log = _logs.Open();
        await log.FindRangeAsync(Token);
        await _redis.CommandAsync("XADD", Key, "18446744073709551615-5", "kind", "0", "at", "1700000000000", "payload", "5", "subject", "MSFT", "more", "x");

        var record = Assert.Single(await Records.ReadAsync(log));
        Assert.Equal(("5", "MSFT", 5ul), (Records.Text(record), record.Subject, record.Position.Minor));
        Assert.Equal(record.Position with { Minor = 6 }, await log.AppendAsync(Records.Item("after"), Token));
    }

    [Fact]
    public async Task A_key_of_another_type_is_told_of()
    {
        await _redis.CommandAsync("SET", Key, "a string");
        var log = _logs.Open();

        var append = await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.AppendAsync(Records.Item("lost"), Token));
        var follow = await Assert.ThrowsAsync<TopicUnavailableException>(async () => await log.FollowAsync(new("x", 0), Token).FirstAsync(Token));
        Assert.Contains("WRONGTYPE", append.Message);
        Assert.Contains("WRONGTYPE", follow.Message);
    }

    [Theory]
    [InlineData("xread")]
    [InlineData("xrange")]
    [InlineData("xgroup")]
    [InlineData("xinfo")]
    [InlineData("eval")]
    public async Task A_user_who_may_not_read_is_told_of_as_the_app_starts(string command)
    {
        await _redis.CommandAsync(["ACL", "SETUSER", "app", "on", ">secret", "~*", "&*", "+@all", $"-{command}", .. command == "eval" ? ["-evalsha"] : Array.Empty<string>()]);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        new TopicBuilder<int>(builder.Services, "prices").UseRedis($"{_redis.Configuration},user=app,password=secret");
        using var host = builder.Build();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Token));
        Assert.StartsWith("The Redis user of the topic 'prices' may not run a command that the topic needs: ", fault.Message);
        Assert.Contains(command, fault.Message.Split("Jero.Redis needs")[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_user_that_the_page_shows_may_do_everything()
    {
        var page = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs/topics-stores.md"), Token);
        await _redis.CommandAsync(page.Single(static line => line.StartsWith("ACL SETUSER", StringComparison.Ordinal)).Split(' '));
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        new TopicBuilder<int>(builder.Services, "prices").UseRedis($"{_redis.Configuration},user=app,password=secret");
        using var host = builder.Build();
        await host.StartAsync(Token);
        var log = host.Services.GetRequiredKeyedService<ITopicLog>("prices");
        var start = (await log.FindRangeAsync(Token)).Start;
        var position = await log.AppendAsync(Records.Item("1", "key"), Token);

        Assert.Equal(position, await log.AppendAsync(Records.Item("1", "key"), Token));
        Assert.Single(await Records.ReadAsync(log));
        Assert.Equal(position, (await log.FollowAsync(start, Token).FirstAsync(Token)).Position);
    }

    [Fact]
    public async Task Two_topics_are_followed_at_once_and_neither_waits_for_the_other()
    {
        var (prices, news) = (_logs.Open("prices"), _logs.Open("news"));
        var starts = (await prices.FindRangeAsync(Token), await news.FindRangeAsync(Token));
        var quiet = prices.FollowAsync(starts.Item1.Start, Token).FirstAsync(Token);
        var following = Task.Run(async () => await news.FollowAsync(starts.Item2.Start, Token).Take(50).CountAsync(Token));
        for (var number = 0; number < 50; number++) await news.AppendAsync(Records.Item($"{number}"), Token);

        Assert.Equal(50, await following);
        Assert.False(quiet.IsCompleted);
        await prices.AppendAsync(Records.Item("first"), Token);
        Assert.Equal("first", Records.Text(await quiet));
    }
}
