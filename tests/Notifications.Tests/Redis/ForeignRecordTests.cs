using System.Net;
using Notifications.Tests.Server;

namespace Notifications.Tests.Redis;

/// <summary>What others write to the Redis stream, or do to it, ends no process.</summary>
public sealed class ForeignRecordTests : IAsyncLifetime
{
    private const string Key = "notifications";
    private readonly TemporaryFolder _folder = new();
    private RedisServer _redis = null!;
    private NotificationsServer _server = null!;

    private static readonly string[][] Foreign =
    [
        ["foo", "bar"],
        ["topic", "general"],
        ["topic", "general", "kind", "message"],
        ["topic", "general", "kind", "message", "json", ""],
        ["topic", "general", "kind", "message", "json", "{"],
        ["topic", "general", "kind", "message", "json", "null"],
        ["topic", "general", "kind", "message", "json", "5"],
        ["topic", "general", "kind", "message", "json", "\xff"],
        ["topic", "general", "kind", "message", "json", """{"topic":5}"""],
        ["topic", "general", "kind", "message", "json", """{"topic":"general","from":"x","at":"2026-01-01T00:00:00Z","content":null}"""],
        ["topic", "general", "kind", "message", "json", """{"topic":"general","from":"x","at":"soon","content":{"kind":"message","text":"x"}}"""],
        ["topic", "general", "kind", "message", "json", """{"topic":"general","from":null,"at":"2026-01-01T00:00:00Z","content":{"kind":"message","text":"x"}}"""],
        ["topic", "general", "kind", "message", "json", """{"topic":"general","from":"x","at":"2026-01-01T00:00:00Z","content":{"kind":"message","text":null}}"""],
        ["topic", "general", "kind", "message", "json", """{"topic":"general","from":"x","at":"2026-01-01T00:00:00Z","content":{"kind":"song","text":"x"}}"""],
        ["topic", "general", "kind", "message", "json", """{"topic":"@bob","from":"x","at":"2026-01-01T00:00:00Z","content":{"kind":"message","text":"x"}}"""],
        ["topic", "general", "kind", "two\nlines", "json", """{"topic":"general","from":"x","at":"2026-01-01T00:00:00Z","content":{"kind":"message","text":"x"}}"""],
        ["topic", "general", "kind", "signed-out", "json", "{}"],
        ["topic", "general", "topic", "builds", "kind", "message", "json", "1"],
        ["", ""],
    ];

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _server = await NotificationsServer.StartAsync(_folder.Path, _redis.Setting, "--Notifications:Retention=1000");
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
        var before = await user.PublishAsync(_server.Address, "before");
        await using var client = await EventClient.OpenAsync(user, _server.Address);
        List<string> ids = [];

        foreach (var fields in Foreign) ids.Add(await _redis.CommandAsync(["XADD", Key, "*", .. fields]));
        await user.PublishAsync(_server.Address, "after");
        await client.UntilTextAsync("after");
        await using var replayed = await EventClient.OpenAsync(user, _server.Address, lastEventId: before);
        await replayed.UntilTextAsync("after");

        Assert.Equal(["welcome", "message"], client.Events.Select(read => read.Event));
        Assert.Equal(["welcome", "message"], replayed.Events.Select(read => read.Event));
        Assert.All(ids, id => Assert.Equal(2, _server.Process.Output.Split($"The record {id} of the store is left out").Length));
    }

    [Fact]
    public async Task A_foreign_record_is_no_position_of_a_client_and_no_gap()
    {
        using var user = await User.SignInAsync(_server.Address);
        var newest = await user.PublishAsync(_server.Address, "before");
        for (var i = 0; i < 600; i++) await _redis.CommandAsync("XADD", Key, "*", "foo", "bar");
        await _server.KillAsync();
        await _server.StartAgainAsync();

        await using var client = await EventClient.OpenAsync(user, _server.Address);
        await using var again = await EventClient.OpenAsync(user, _server.Address, lastEventId: client.Events[0].Id);
        await user.PublishAsync(_server.Address, "after");
        await again.UntilTextAsync("after");

        Assert.Equal(newest, client.Events[0].Id);
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

        Assert.Equal("18446744073709551615-6", client.Events[^1].Id);
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
