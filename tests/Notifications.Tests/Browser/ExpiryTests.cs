using Browsers;
using Microsoft.Playwright;
using Notifications.Tests.Server;

namespace Notifications.Tests.Browser;

/// <summary>The page when a sign-in expires. A class of its own, so that other tests run while this one waits for that.</summary>
public sealed class ExpiryTests(Chromium chromium) : IDisposable
{
    // Long enough for what comes before the expiry, on a busy machine too.
    internal const string SessionLifetime = "--Notifications:SessionLifetime=00:00:20";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task When_the_sign_in_expires_the_page_asks_for_another_and_goes_on_where_it_was()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path, SessionLifetime);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");
        await tab.PublishAsync("before");
        await tab.HasAsync("before");

        await tab.StateIsAsync("signed out");
        await Assertions.Expect(tab.Page.GetByText("Your sign-in has expired.")).ToBeVisibleAsync();
        using var other = await User.SignInAsync(server.Address, "bob");
        await other.PublishAsync(server.Address, "in between");
        await tab.SignInAsync("ada");
        await tab.HasAsync("in between");

        Assert.Equal(["before", "in between"], await tab.TextsAsync());
        Assert.Empty(tab.Errors);
    }
}
