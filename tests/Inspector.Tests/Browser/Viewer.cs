using System.Collections.Concurrent;
using Browsers;
using Inspector.Tests.App;
using Microsoft.Playwright;
using Shared;

namespace Inspector.Tests.Browser;

/// <summary>Somebody who looks at the page of an inspector.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private readonly IBrowserContext _profile;

    private Viewer(IBrowserContext profile, IPage page)
    {
        _profile = profile;
        Page = page;
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, message) =>
        {
            // The browser itself reports an answer that is an error.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Errors.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the page or the browser has complained of; a breach of the content security policy too.</summary>
    public ConcurrentBag<string> Errors { get; } = [];

    public static async Task<Viewer> OpenAsync(
        Chromium chromium, InspectedApp app, string view = "open", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var profile = await chromium.OpenProfileAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
        });
        var viewer = new Viewer(profile, await profile.NewPageAsync());
        await viewer.Page.GotoAsync($"{app.Page}#{view}");
        await viewer.StateIsAsync("live");
        return viewer;
    }

    public Task StateIsAsync(string text) => SeesAsync(Page.Locator("#state", new() { HasTextString = text }));

    public Task SeesAsync(ILocator locator) => Assertions.Expect(locator.First).ToBeVisibleAsync();

    public Task SeesAsync(string text) => SeesAsync(Page.GetByText(text).First);

    public async Task TryAsync(string method, string path)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = $"{method} {path}", Exact = true }).ClickAsync();
        await SeesAsync(Page.GetByRole(AriaRole.Heading, new() { Name = $"{method} {path}" }));
    }

    public Task RunAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();

    /// <summary>Nothing is wider than the window.</summary>
    public async Task FitsAsync() => Assert.Equal(0, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));

    public Task KeepAsync(string name) => Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"inspector-{name}.png"),
    });

    public async ValueTask DisposeAsync() => await _profile.DisposeAsync();
}
