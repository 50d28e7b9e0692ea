using Microsoft.Playwright;
using Shared;

[assembly: AssemblyFixture(typeof(Browsers.Chromium))]

namespace Browsers;

/// <summary>The machine's own Chromium, without a window, one for all tests. A test is skipped where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where a test keeps what it has seen.</summary>
    public static string Screenshot(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName, name);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A profile of its own, with its own cookies.</summary>
    public async Task<IBrowserContext> OpenProfileAsync(BrowserNewContextOptions? options = null)
    {
        var browser = await StartedAsync();
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(120_000);
        Assertions.SetDefaultExpectTimeout(120_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _gate.Dispose();
    }

    // Here and not before the tests, since only a test can be skipped.
    private async Task<IBrowser> StartedAsync()
    {
        var program = Tool.RequireChromium();
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                // The sandbox needs rights that a container's root lacks; only the test's own pages are opened.
                Args = ["--no-sandbox", "--disable-dev-shm-usage"],
            });
        }
        finally
        {
            _gate.Release();
        }
    }
}
