using Microsoft.Playwright;
using Notifications.Tests.Server;

namespace Notifications.Tests.Browser;

/// <summary>The page when a sign-in expires. A class of its own, so that other tests run while these wait for that.</summary>
public sealed class ExpiryTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    // Long enough for what comes before the expiry, on a busy machine too.
    private const string SessionLifetime = "--Notifications:SessionLifetime=00:00:20";

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

    [Fact]
    public async Task Nothing_of_one_user_is_left_when_another_signs_in_after_the_sign_in_has_expired()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path, SessionLifetime);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");
        await tab.PublishAsync("Only for ada", "@ada");
        await tab.HasAsync("Only for ada");
        await tab.Page.GetByLabel("To").FillAsync("@cleo");
        await tab.Page.GetByLabel("Text").FillAsync("half-written");
        await tab.Page.GetByLabel("Kind").SelectOptionAsync("progress");
        await tab.Page.GetByLabel("Job").FillAsync("secret job");

        await tab.StateIsAsync("signed out");
        await tab.SignInAsync("bob");
        await tab.PublishAsync("from bob");
        await tab.HasAsync("from bob");

        Assert.Equal(["from bob"], await tab.TextsAsync());
        Assert.Equal("bob", await tab.TextOfAsync("#me"));
        Assert.Equal("message", await tab.Page.GetByLabel("Kind").InputValueAsync());
        Assert.Equal("general,,,50", await tab.Page.EvaluateAsync<string>("['topic', 'text', 'job', 'percent'].map(id => document.getElementById(id).value).join()"));
        Assert.DoesNotContain("ada", await tab.Page.EvaluateAsync<string>("document.getElementById('signed-in').innerHTML"), StringComparison.Ordinal);
        Assert.Empty(tab.Errors);
    }
}
