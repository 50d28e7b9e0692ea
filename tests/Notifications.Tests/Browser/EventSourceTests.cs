using Browsers;
using Notifications.Tests.Redis;
using Notifications.Tests.Server;
using Shared;

namespace Notifications.Tests.Browser;

/// <summary>Chromium's own EventSource over a server that is killed: it keeps the last id and sends it, with no script of the page's in between.</summary>
public sealed class EventSourceTests(Chromium chromium) : IDisposable
{
    private static readonly int Rounds = Effort.Of(3, atDesk: 1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_gets_every_id_once_and_in_order_over_a_file() => await KillAndRestartAsync();

    [Fact]
    public async Task It_gets_every_id_once_and_in_order_over_Redis()
    {
        await using var redis = await RedisServer.StartAsync();
        await KillAndRestartAsync(redis.Setting());
    }

    private async Task KillAndRestartAsync(params string[] settings)
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path, settings);
        using var other = await User.SignInAsync(server.Address, "bob");
        var page = await profile.NewPageAsync();
        await page.GotoAsync(server.Address.ToString());
        await page.EvaluateAsync(
            """
            async () => {
              await fetch('/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"user":"ada"}' });
              window.ids = [];
              window.gaps = 0;
              window.opened = 0;
              const source = new EventSource('/notifications');
              source.addEventListener('message', event => ids.push(event.lastEventId));
              source.addEventListener('gap', () => gaps++);
              // When the stream has begun, and not only its response.
              await new Promise(resolve => source.addEventListener('welcome', () => { opened++; resolve(); }));
            }
            """);

        var ids = new List<string>();
        for (var round = 1; round <= Rounds; round++)
        {
            for (var number = 0; number < 50; number++) ids.Add(await other.PublishAsync(server.Address, $"{round}:{number}"));
            await server.KillAsync();
            await server.StartAgainAsync();
            // Some of them come before the browser does.
            for (var number = 50; number < 100; number++) ids.Add(await other.PublishAsync(server.Address, $"{round}:{number}"));
            await page.WaitForFunctionAsync($"() => opened === {round + 1}");
        }

        await page.WaitForFunctionAsync($"() => ids.length >= {ids.Count}");
        Assert.Equal(ids, await page.EvaluateAsync<string[]>("() => ids"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => gaps"));
    }
}
