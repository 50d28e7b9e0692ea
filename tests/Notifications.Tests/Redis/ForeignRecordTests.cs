using System.Net;
using Notifications.Tests.Server;
using Shared;

namespace Notifications.Tests.Redis;

/// <summary>What others write to the Redis stream, or do to it, ends no process.</summary>
public sealed class ForeignRecordTests : IAsyncLifetime
{
    private const string Key = "{jero:notifications}:log";
    private readonly TemporaryFolder _folder = new();
    private RedisServer _redis = null!;
    private NotificationsServer _server = null!;

    private static readonly string[][] Foreign =
    [
        ["foo", "bar"],
        ["", ""],
        ["topic", "general", "kind", "message", "json", "{}"],
        ["kind", "0", "at", "1700000000000", "subject", "general"],
        ["kind", "0", "at", "1700000000000", "subject", "general", "payload", "{"],
        ["kind", "0", "at", "soon", "subject", "general", "payload", "{}"],
        ["kind", "0", "at", "1700000000000", "subject", "general", "event", "two\nlines", "payload", "{}"],
    ];

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _server = await NotificationsServer.StartAsync(_folder.Path, _redis.Setting(), "--Notifications:Retention=1000");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_redis is not null) await _redis.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Foreign_records_are_left_out_of_what_comes_and_of_what_is_replayed_and_each_is_logged_once()
    {
        using var user = await User.SignInAsync(_server.Address);
        // What is stored is not delivered yet: until it is, it is the next event of whoever comes.
        await using var witness = await EventClient.OpenAsync(user, _server.Address);
        var before = await user.PublishAsync(_server.Address, "before");
        await witness.UntilTextAsync("before");
        await using var client = await EventClient.OpenAsync(user, _server.Address);
        List<string> ids = [];

        foreach (var fields in Foreign) ids.Add(await _redis.CommandAsync(["XADD", Key, "*", .. fields]));
        await user.PublishAsync(_server.Address, "after");
        await client.UntilTextAsync("after");
        await using var replayed = await EventClient.OpenAsync(user, _server.Address, lastEventId: before);
        await replayed.UntilTextAsync("after");

        Assert.Equal(["welcome", "message"], client.Events.Select(read => read.Event));
        Assert.Equal(["welcome", "message"], replayed.Events.Select(read => read.Event));
        // A log comes later than what it is about.
        await Until.TrueAsync(() => ids.TrueForAll(id => TimesLeftOut(id) > 0), () => _server.Process.Output);
        Assert.All(ids, id => Assert.Equal(1, TimesLeftOut(id)));
    }

    private int TimesLeftOut(string id) =>
        _server.Process.Output.Split($"The entry {id} in the stream of the topic 'notifications' is skipped").Length - 1;

    [Fact]
    public async Task Foreign_records_are_no_gap()
    {
        using var user = await User.SignInAsync(_server.Address);
        await user.PublishAsync(_server.Address, "before");
        for (var i = 0; i < 600; i++) await _redis.CommandAsync("XADD", Key, "*", "foo", "bar");
        await _server.KillAsync();
        await _server.StartAgainAsync();

        await using var client = await EventClient.OpenAsync(user, _server.Address);
        await using var again = await EventClient.OpenAsync(user, _server.Address, lastEventId: client.Events[0].Id);
        await user.PublishAsync(_server.Address, "after");
        await again.UntilTextAsync("after");

        Assert.DoesNotContain(again.Events, read => read.Event == "gap");
    }

    [Fact]
    public async Task The_largest_ids_of_Redis_are_read()
    {
        using var user = await User.SignInAsync(_server.Address);
        await using var client = await EventClient.OpenAsync(user, _server.Address);

        await _redis.CommandAsync("XADD", Key, "18446744073709551615-5", "foo", "bar");
        await user.PublishAsync(_server.Address, "after");
        await client.UntilTextAsync("after");

        Assert.EndsWith("-18446744073709551615-6", client.Events[^1].Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_type_is_a_503_until_it_is_gone_and_the_streams_stay_open()
    {
        using var user = await User.SignInAsync(_server.Address);
        await using var client = await EventClient.OpenAsync(user, _server.Address);
        await user.PublishAsync(_server.Address, "before");
        await client.UntilTextAsync("before");

        await _redis.CommandAsync("SET", Key, "a string");
        using var refused = await user.TryPublishAsync(_server.Address, "lost");
        await Until.TrueAsync(() => _server.Process.Output.Contains("WRONGTYPE", StringComparison.Ordinal), () => "the reader has met it");
        await _redis.CommandAsync("DEL", Key);
        await user.PublishAsync(_server.Address, "after");
        await client.UntilTextAsync("after");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.False(client.HasEnded);
    }

    [Fact]
    public async Task A_trimmed_and_a_deleted_stream_and_a_lost_connection_end_nobody()
    {
        using var user = await User.SignInAsync(_server.Address);
        await using var client = await EventClient.OpenAsync(user, _server.Address);
        string[][] commands = [["XTRIM", Key, "MAXLEN", "0"], ["DEL", Key], ["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"]];

        for (var i = 0; i < commands.Length; i++)
        {
            await user.PublishAsync(_server.Address, $"before {i}");
            await client.UntilTextAsync($"before {i}");
            await _redis.CommandAsync(commands[i]);
            await user.UntilPublishedAsync(_server.Address, $"after {i}");
            await client.UntilTextAsync($"after {i}");
        }

        Assert.False(client.HasEnded);
        Assert.Equal(1, client.Connections);
    }
}
