using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shared;

namespace Browser.Tests;

/// <summary>The machine's own Chromium, without a window; what its pages were refused or threw fails the class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _errors = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where a test keeps what it has seen.</summary>
    public static string Artifact(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName, name);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A profile of its own with one page; more of its tabs come by its context.</summary>
    public async Task<IPage> OpenAsync(ColorScheme scheme, int width)
    {
        // Here and not before, since only a test can be skipped.
        if (_browser is null)
        {
            var program = Tool.RequireChromium();
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = program,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            });
            Assertions.SetDefaultExpectTimeout(60_000);
        }

        var profile = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 760 }, ColorScheme = scheme });
        var page = await profile.NewPageAsync();
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) _errors.Enqueue(message.Text);
        };
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Assert.Empty(_errors);
    }
}
