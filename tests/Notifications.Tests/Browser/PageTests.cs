using Browsers;
using Microsoft.Playwright;
using Notifications.Tests.Server;

namespace Notifications.Tests.Browser;

public sealed class PageTests(Chromium chromium, PageServer server) : IClassFixture<PageServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_published_in_one_tab_appears_in_another_of_the_same_and_of_another_user()
    {
        await using var ada = await chromium.OpenProfileAsync();
        await using var bob = await chromium.OpenProfileAsync();
        var first = await Tab.OpenAsync(ada, server.Address);
        await first.SignInAsync("ada");
        // The cookie is that of the profile: the second tab needs no sign-in.
        var second = await Tab.OpenAsync(ada, server.Address);
        await second.StateIsAsync("live");
        var third = await Tab.OpenAsync(bob, server.Address);
        await third.SignInAsync("bob");

        await first.PublishAsync("Hello from the first tab");
        await second.HasAsync("Hello from the first tab");
        await third.HasAsync("Hello from the first tab");
        await third.PublishAsync("Only for ada", "@ada");
        await second.HasAsync("Only for ada");
        await third.PublishAsync("For all again");
        await second.HasAsync("For all again");
        await third.HasAsync("For all again");

        Assert.Equal(["Hello from the first tab", "Only for ada", "For all again"], await second.TextsAsync());
        Assert.Equal(["Hello from the first tab", "For all again"], await third.TextsAsync());
        await second.KeepAsync("second-tab");
        Assert.Empty(first.Errors.Concat(second.Errors).Concat(third.Errors));
    }

    [Fact]
    public async Task Kill_and_restart_of_the_server_lose_nothing_and_show_nothing_twice()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");
        using var other = await User.SignInAsync(server.Address, "bob");
        await other.PublishAsync(server.Address, "before");
        await tab.HasAsync("before");

        await server.KillAsync();
        await tab.StateIsAsync("connection lost, reconnecting");
        await tab.KeepAsync("connection-lost");
        await server.StartAgainAsync();
        // The browser may still wait: these have to be replayed or delivered, each once.
        for (var number = 0; number < 10; number++) await other.PublishAsync(server.Address, $"after {number}");

        await tab.StateIsAsync("live");
        await tab.HasAsync("after 9");
        Assert.Equal(["before", .. Enumerable.Range(0, 10).Select(number => $"after {number}")], await tab.TextsAsync());
        Assert.Equal("1", await tab.TextOfAsync("#reconnects"));
        await tab.KeepAsync("reconnected");
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task What_comes_while_the_page_is_not_looked_at_is_unread_until_it_is()
    {
        await using var profile = await chromium.OpenProfileAsync();
        // A browser without a window has every page in focus.
        await profile.AddInitScriptAsync("window.looking = false; Document.prototype.hasFocus = () => window.looking;");
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");

        await tab.PublishAsync("one");
        await tab.PublishAsync("two");
        await tab.HasAsync("two");

        Assert.Equal("2", await tab.TextOfAsync("#unread"));
        Assert.Equal("(2) Notifications", await tab.Page.TitleAsync());
        await tab.KeepAsync("unread");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Mark all as read" }).ClickAsync();
        Assert.Equal("0", await tab.TextOfAsync("#unread"));
        Assert.Equal("Notifications", await tab.Page.TitleAsync());
    }

    [Fact]
    public async Task Every_kind_is_published_by_the_keyboard_and_a_refusal_is_said()
    {
        await using var profile = await chromium.OpenProfileAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, ColorScheme = ColorScheme.Dark });
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");
        var page = tab.Page;

        // After the sign-in the focus is in the text.
        await page.Keyboard.TypeAsync("typed");
        await page.Keyboard.PressAsync("Enter");
        await tab.HasAsync("typed");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The text is empty." })).ToBeVisibleAsync();
        Assert.Equal("true", await page.GetByLabel("Text").GetAttributeAsync("aria-invalid"));

        await page.GetByLabel("Kind").FocusAsync();
        await page.Keyboard.TypeAsync("al");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("crit");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Disk full");
        await page.Keyboard.PressAsync("Enter");
        await tab.HasAsync("critical: Disk full");
        await page.GetByLabel("Kind").SelectOptionAsync("progress");
        await page.GetByLabel("Job").FillAsync("main");
        await page.Keyboard.PressAsync("Enter");
        await tab.HasAsync("main: 50 %");

        // The list is one still, and has the log around it.
        await Assertions.Expect(page.GetByRole(AriaRole.Log, new() { Name = "Live" }).GetByRole(AriaRole.List).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        await tab.KeepAsync("phone-dark");
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task A_sign_out_in_one_tab_signs_out_and_empties_the_others()
    {
        await using var profile = await chromium.OpenProfileAsync();
        var first = await Tab.OpenAsync(profile, server.Address);
        await first.SignInAsync("ada");
        var second = await Tab.OpenAsync(profile, server.Address);
        await second.StateIsAsync("live");
        await first.PublishAsync("Only for ada", "@ada");
        await second.HasAsync("Only for ada");
        await second.Page.GetByLabel("Text").FillAsync("half-written");

        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await second.StateIsAsync("signed out");
        await Assertions.Expect(second.Page.GetByText("You have signed out in another tab.")).ToBeVisibleAsync();

        Assert.Empty(await second.TextsAsync());
        Assert.Equal("", await second.Page.Locator("#text").InputValueAsync());
        // And a sign-in in one is one in the other.
        await first.SignInAsync("bob");
        await second.StateIsAsync("live");
        await Assertions.Expect(second.Page.Locator("#me")).ToHaveTextAsync("bob");
        Assert.Empty(first.Errors.Concat(second.Errors));
    }

    [Fact]
    public async Task A_sign_out_from_elsewhere_reaches_the_page_by_the_end_of_its_stream()
    {
        await using var profile = await chromium.OpenProfileAsync();
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");

        // Not by the page, which would tell its other tabs itself.
        await profile.APIRequest.DeleteAsync(new Uri(server.Address, "/session").ToString());

        await tab.StateIsAsync("signed out");
        await Assertions.Expect(tab.Page.GetByText("Your sign-in was ended elsewhere.")).ToBeVisibleAsync();
        Assert.Empty(tab.Errors);
    }
}
