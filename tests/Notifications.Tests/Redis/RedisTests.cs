using System.Collections.Concurrent;
using System.Net;
using Notifications.Tests.Server;
using Shared;

namespace Notifications.Tests.Redis;

/// <summary>Two servers, each with a client of its own, on one Redis.</summary>
public sealed class RedisTests : IAsyncLifetime
{
    private readonly TemporaryFolder _firstFolder = new();
    private readonly TemporaryFolder _secondFolder = new();
    private readonly ConcurrentDictionary<HttpStatusCode, int> _statuses = new();
    private RedisServer _redis = null!;
    private NotificationsServer _first = null!;
    private NotificationsServer _second = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        var servers = await Task.WhenAll(
            NotificationsServer.StartAsync(_firstFolder.Path, _redis.Setting()), NotificationsServer.StartAsync(_secondFolder.Path, _redis.Setting()));
        (_first, _second) = (servers[0], servers[1]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in (IAsyncDisposable?[])[_first, _second, _redis])
        {
            if (part is not null) await part.DisposeAsync();
        }

        _firstFolder.Dispose();
        _secondFolder.Dispose();
    }

    [Fact]
    public async Task Events_cross_between_processes_in_one_order_and_a_cookie_is_known_to_both()
    {
        using var user = await User.SignInAsync(_first.Address);
        await using var first = await EventClient.OpenAsync(user, _first.Address);
        await using var second = await EventClient.OpenAsync(user, _second.Address);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => user.PublishAsync(number % 2 == 0 ? _first.Address : _second.Address, $"{number}")));
        await Until.TrueAsync(() => first.Texts.Count == 100 && second.Texts.Count == 100, () => $"{first.Texts.Count} and {second.Texts.Count} have come");

        Assert.Equal(first.Events.Skip(1), second.Events.Skip(1));
        Assert.Equal(Enumerable.Range(0, 100), first.Texts.Select(int.Parse).Order());
    }

    [Fact]
    public async Task A_sign_out_at_one_process_ends_the_streams_of_that_sign_in_at_the_other()
    {
        using var user = await User.SignInAsync(_first.Address);
        await using var stream = await EventClient.OpenAsync(user, _second.Address);

        using var signOut = await user.SendAsync(HttpMethod.Delete, _first.Address, "/session");

        Assert.Equal(HttpStatusCode.NoContent, signOut.StatusCode);
        await stream.UntilEndAsync();
    }

    [Fact]
    public async Task A_client_goes_on_at_another_process_where_it_ended_at_the_first()
    {
        using var user = await User.SignInAsync(_first.Address);
        string? last = null;
        for (var number = 0; number < 20; number++)
        {
            var address = number % 2 == 0 ? _first.Address : _second.Address;
            await using var client = await EventClient.OpenAsync(user, address, lastEventId: last);
            await user.PublishAsync(_first.Address, $"a{number}");
            await user.PublishAsync(_second.Address, $"b{number}");
            await client.UntilTextAsync($"b{number}");
            Assert.Equal([$"a{number}", $"b{number}"], client.Texts);
            Assert.DoesNotContain(client.Events, read => read.Event == "gap");
            last = client.Events[^1].Id;
        }
    }

    [Fact]
    public async Task Clients_of_a_process_that_is_killed_go_on_at_the_other_and_lose_nothing_and_get_nothing_twice()
    {
        using var user = await User.SignInAsync(_first.Address);
        var clients = new List<EventClient>();
        for (var number = 0; number < 10; number++)
        {
            clients.Add(await EventClient.FollowAsync(user, number % 2 == 0 ? [_first.Address, _second.Address] : [_second.Address, _first.Address]));
        }

        var ids = new List<string>();
        for (var number = 0; number < 300; number++)
        {
            if (number == 100) await _first.KillAsync();
            if (number == 200)
            {
                // What was killed is back, and it is the other's turn.
                await _first.StartAgainAsync();
                await _second.KillAsync();
            }

            var address = number is < 100 or >= 200 ? _first.Address : _second.Address;
            ids.Add(await user.PublishAsync(address, $"{number}"));
        }

        foreach (var client in clients)
        {
            await client.UntilTextAsync("299");
            Assert.Equal(ids, client.Events.Where(static read => read.Event != "welcome").Select(static read => read.Id));
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task While_Redis_is_away_streams_stay_open_and_publishing_is_a_503_and_nothing_acknowledged_is_lost()
    {
        using var user = await User.SignInAsync(_first.Address);
        await using var first = await EventClient.OpenAsync(user, _first.Address);
        await using var second = await EventClient.OpenAsync(user, _second.Address);
        var acknowledged = new List<string>();
        using var stop = new CancellationTokenSource();
        var publishing = PublishAsync(user, acknowledged, stop);
        await Until.TrueAsync(() => Count(acknowledged) >= 50, () => "50 are published");

        await _redis.KillAsync();
        await Until.TrueAsync(() => _statuses.ContainsKey(HttpStatusCode.ServiceUnavailable), () => string.Join(' ', _statuses.Keys));
        await using var third = await EventClient.OpenAsync(user, _second.Address, lastEventId: first.Events[0].Id);
        var before = Count(acknowledged);
        await _redis.StartAgainAsync();
        await Until.TrueAsync(() => Count(acknowledged) >= before + 50, () => "50 more are published");
        await stop.CancelAsync();
        await publishing;

        var last = acknowledged[^1];
        foreach (var client in (EventClient[])[first, second, third]) await client.UntilTextAsync(last);
        Assert.All((EventClient[])[first, second, third], client =>
        {
            Assert.False(client.HasEnded);
            Assert.Equal(1, client.Connections);
            var texts = client.Texts;
            Assert.Equal(texts.Count, texts.Distinct().Count());
            Assert.Equal(acknowledged, texts.Where(acknowledged.Contains));
        });
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable], _statuses.Keys.Order());
    }

    [Fact]
    public async Task A_process_that_starts_without_Redis_serves_when_it_is_there()
    {
        using var user = await User.SignInAsync(_first.Address);
        await user.PublishAsync(_first.Address, "before");
        await _second.KillAsync();
        await _redis.KillAsync();
        await _second.StartAgainAsync();
        await _redis.StartAgainAsync();

        using var other = await SignInAgainAsync();
        await using var client = await EventClient.FollowAsync(other, _second.Address, "/notifications?after=0-0");
        await client.UntilTextAsync("before");
    }

    private static int Count(List<string> acknowledged)
    {
        lock (acknowledged) return acknowledged.Count;
    }

    private async Task PublishAsync(User user, List<string> acknowledged, CancellationTokenSource stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            using var response = await user.TryPublishAsync(number % 2 == 0 ? _first.Address : _second.Address, $"{number}");
            _statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
            if (response.StatusCode != HttpStatusCode.Created) continue;
            lock (acknowledged) acknowledged.Add($"{number}");
        }
    }

    private async Task<User> SignInAgainAsync()
    {
        while (true)
        {
            try
            {
                return await User.SignInAsync(_second.Address);
            }
            catch (Exception exception) when (exception is HttpRequestException or Xunit.Sdk.XunitException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }
}
