using Browsers;
using Notifications.Tests.Server;

namespace Notifications.Tests.Browser;

/// <summary>The page when another user comes after a sign-in has expired. A class of its own, as <see cref="ExpiryTests"/> is.</summary>
public sealed class NextUserTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_of_one_user_is_left_when_another_signs_in_after_the_sign_in_has_expired()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path, ExpiryTests.SessionLifetime);
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
