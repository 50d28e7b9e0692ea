using System.Collections.Concurrent;
using Browsers;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Opens the pages of a class of tests, and closes them after it. What they were refused or threw fails the class.</summary>
public sealed class WatchedPages(Chromium chromium) : IAsyncDisposable
{
    private readonly ConcurrentQueue<IBrowserContext> _profiles = new();
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>A profile of its own with one page; more of its tabs come by its context.</summary>
    public async Task<IPage> OpenAsync(ColorScheme scheme, int width)
    {
        var profile = await chromium.OpenProfileAsync(new() { ViewportSize = new() { Width = width, Height = 760 }, ColorScheme = scheme });
        _profiles.Enqueue(profile);
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
        foreach (var profile in _profiles) await profile.DisposeAsync();
        Assert.Empty(_errors);
    }
}
