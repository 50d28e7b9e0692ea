using Microsoft.Playwright;
using Processes;

namespace Inspector.Tests.Browser;

/// <summary>The machine's own Chromium, without a window. A test is skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A profile of its own, with its own cookies.</summary>
    public async Task<IBrowserContext> OpenProfileAsync(BrowserNewContextOptions? options = null)
    {
        // Here and not before, since only a test can be skipped.
        if (_browser is null)
        {
            var program = Tool.Require("chromium");
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                // The sandbox needs rights that a container's root lacks; only the test's own pages are opened.
                Args = ["--no-sandbox", "--disable-dev-shm-usage"],
            });
        }

        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(120_000);
        Assertions.SetDefaultExpectTimeout(120_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
