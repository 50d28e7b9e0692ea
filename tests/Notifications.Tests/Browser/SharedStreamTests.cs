using System.Runtime.CompilerServices;
using Browsers;
using Microsoft.Playwright;
using Notifications.Tests.Server;

namespace Notifications.Tests.Browser;

/// <summary>One stream for all tabs of a browser, and what becomes of it when the server or a tab falls silent.</summary>
public sealed class SharedStreamTests(Chromium chromium, PageServer server) : IClassFixture<PageServer>, IDisposable
{
    private const string KeepAlive = "--Notifications:KeepAlive=00:00:01";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Seven_tabs_load_share_one_stream_and_publish()
    {
        await using var profile = await chromium.OpenProfileAsync();
        var streams = Streams(profile);
        var first = await Tab.OpenAsync(profile, server.Address);
        await first.SignInAsync("ada");
        List<Tab> tabs = [first];
        // A browser opens six connections to a server.
        while (tabs.Count < 7)
        {
            tabs.Add(await Tab.OpenAsync(profile, server.Address));
            await tabs[^1].StateIsAsync("live");
        }

        await tabs[^1].PublishAsync("from the seventh");

        foreach (var tab in tabs) await tab.HasAsync("from the seventh");
        Assert.Equal(1, streams.Value);
        Assert.Empty(tabs.SelectMany(tab => tab.Errors));
    }

    [Fact]
    public async Task When_the_tab_that_has_the_stream_is_closed_the_next_goes_on_without_a_gap()
    {
        await using var profile = await chromium.OpenProfileAsync();
        var first = await Tab.OpenAsync(profile, server.Address);
        await first.SignInAsync("ada");
        var second = await Tab.OpenAsync(profile, server.Address);
        await second.StateIsAsync("live");
        using var other = await User.SignInAsync(server.Address, "bob");
        await other.PublishAsync(server.Address, "before");
        await second.HasAsync("before");

        await first.Page.CloseAsync();
        for (var number = 0; number < 20; number++) await other.PublishAsync(server.Address, $"after {number}");

        await second.HasAsync("after 19");
        Assert.Equal(["before", .. Enumerable.Range(0, 20).Select(number => $"after {number}")], await second.TextsAsync());
        Assert.Empty(second.Errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reload_shows_what_was_there_and_what_came_meanwhile(bool hasOtherTab)
    {
        await using var profile = await chromium.OpenProfileAsync();
        using var other = await User.SignInAsync(server.Address, "bob");
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");
        await tab.PublishAsync("before");
        await tab.HasAsync("before");
        if (hasOtherTab) await (await Tab.OpenAsync(profile, server.Address)).StateIsAsync("live");

        await tab.Page.GotoAsync(new Uri(server.Address, "/openapi.json").ToString());
        await other.PublishAsync(server.Address, "meanwhile");
        await tab.Page.GotoAsync(server.Address.ToString());
        await tab.StateIsAsync("live");
        await tab.HasAsync("meanwhile");
        await other.PublishAsync(server.Address, "after");
        await tab.HasAsync("after");

        Assert.Equal(["before", "meanwhile", "after"], await tab.TextsAsync());
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_noticed_and_followed_again_when_it_is_back()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path, KeepAlive);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");
        // A sign of life without a notification.
        await tab.Page.EvaluateAsync("document.getElementById('heard').textContent = ''");
        await Assertions.Expect(tab.Page.Locator("#heard")).Not.ToBeEmptyAsync();

        server.Process.Suspend();
        try
        {
            await tab.StateIsAsync("connection lost, reconnecting");
            await tab.PublishAsync("into the silence");
            await Assertions.Expect(tab.Page.Locator("#publish-problem")).ToHaveTextAsync("The server does not answer.");
        }
        finally
        {
            server.Process.Resume();
        }

        await tab.StateIsAsync("live");
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task A_tab_that_hangs_loses_the_stream_to_one_that_does_not()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path, KeepAlive);
        using var other = await User.SignInAsync(server.Address, "bob");
        var first = await Tab.OpenAsync(profile, server.Address);
        await first.SignInAsync("ada");
        var second = await Tab.OpenAsync(profile, server.Address);
        await second.StateIsAsync("live");

        var debugger = await profile.NewCDPSessionAsync(first.Page);
        await debugger.SendAsync("Debugger.enable");
        await debugger.SendAsync("Debugger.pause");
        await other.PublishAsync(server.Address, "while the first hangs");
        await second.HasAsync("while the first hangs");

        await debugger.SendAsync("Debugger.disable");
        await other.PublishAsync(server.Address, "after");
        await first.HasAsync("after");
        await second.HasAsync("after");
        Assert.Equal(["while the first hangs", "after"], await first.TextsAsync());
        Assert.Equal(["while the first hangs", "after"], await second.TextsAsync());
        Assert.Empty(first.Errors.Concat(second.Errors));
    }

    private static StrongBox<int> Streams(IBrowserContext profile)
    {
        var count = new StrongBox<int>();
        profile.Request += (_, request) =>
        {
            if (request.Method == "GET" && new Uri(request.Url).AbsolutePath == "/notifications") Interlocked.Increment(ref count.Value);
        };
        return count;
    }
}
