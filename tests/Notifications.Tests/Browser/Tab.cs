using System.Collections.Concurrent;
using Browsers;
using Microsoft.Playwright;

namespace Notifications.Tests.Browser;

/// <summary>The page in a tab, and what it wrote to its console.</summary>
internal sealed class Tab
{
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 120_000 };
    private readonly IPage _page;

    private Tab(IPage page)
    {
        _page = page;
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page => _page;

    /// <summary>Exceptions of the script. (That a server is away is for the browser an error message as well, and is none.)</summary>
    public ConcurrentBag<string> Errors { get; } = [];

    public static async Task<Tab> OpenAsync(IBrowserContext profile, Uri address)
    {
        var tab = new Tab(await profile.NewPageAsync());
        await tab._page.GotoAsync(address.ToString());
        return tab;
    }

    public async Task SignInAsync(string name)
    {
        await _page.GetByLabel("Name").FillAsync(name);
        await _page.Keyboard.PressAsync("Enter");
        await StateIsAsync("live");
    }

    public async Task PublishAsync(string text, string topic = "general")
    {
        await _page.GetByLabel("To").FillAsync(topic);
        await _page.GetByLabel("Text").FillAsync(text);
        await _page.Keyboard.PressAsync("Enter");
    }

    public Task StateIsAsync(string state) => Assertions.Expect(_page.Locator("#state")).ToHaveTextAsync(state, Patient);

    public Task HasAsync(string text) =>
        Assertions.Expect(_page.Locator("#feed li .text").Filter(new() { HasText = text }).First).ToHaveTextAsync(text, Patient);

    /// <summary>What the list shows, oldest first.</summary>
    public async Task<List<string>> TextsAsync() => [.. (await _page.Locator("#feed li .text").AllInnerTextsAsync()).Reverse()];

    public Task<string> TextOfAsync(string selector) => _page.Locator(selector).InnerTextAsync();

    public Task KeepAsync(string name) => _page.ScreenshotAsync(new() { Path = Chromium.Screenshot($"notifications-{name}.png"), FullPage = true });
}
