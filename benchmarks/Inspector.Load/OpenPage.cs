using System.Globalization;
using Microsoft.Playwright;

namespace Inspector.Load;

/// <summary>The inspector's page in the machine's own Chromium.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly ICDPSession _session;

    private OpenPage(IPlaywright playwright, IBrowser browser, IPage page, ICDPSession session)
    {
        _playwright = playwright;
        _browser = browser;
        _page = page;
        _session = session;
    }

    /// <summary>Opens it and waits until it shows <paramref name="streams"/>.</summary>
    public static async Task<OpenPage> LookAsync(string chromium, Uri inspector, int streams)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        page.SetDefaultTimeout(120_000);
        await page.GotoAsync(inspector.ToString());
        await Assertions.Expect(page.Locator("#open-count")).ToHaveTextAsync(
            $"{streams.ToString("N0", CultureInfo.InvariantCulture)} open", new() { Timeout = 120_000 });
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");
        return new OpenPage(playwright, browser, page, session);
    }

    /// <summary>Has the list in an order that changes all the time, and looks at its middle.</summary>
    public async Task SortAndScrollAsync()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Last item" }).First.ClickAsync();
        await _page.Locator("#open-list .scroller").EvaluateAsync("scroller => scroller.scrollTop = scroller.scrollHeight / 2");
    }

    /// <summary>What the page's thread did, in seconds since it was opened: all of its tasks, and of these styles and layout.</summary>
    public async Task<(double Tasks, double Layout)> UsedAsync()
    {
        var metrics = (await _session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(static metric => metric.GetProperty("name").GetString()!, static metric => metric.GetProperty("value").GetDouble());
        return (metrics["TaskDuration"], metrics["LayoutDuration"] + metrics["RecalcStyleDuration"]);
    }

    public Task KeepAsync(string path) => _page.ScreenshotAsync(new() { Path = path });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
