using Microsoft.Playwright;
using Processes;
using Samples.Tests.Assistant;
using Shared;

namespace Browser.Tests;

/// <summary>The chat page in a real browser, as wide as a telephone.</summary>
public sealed class ChatPageTests : IAsyncLifetime
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 20_000 };

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var chromium = Tool.Require("chromium");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task An_answer_is_shown_to_its_end(ColorScheme scheme)
    {
        using var app = AssistantApp.Embedded();
        var page = await OpenAsync(app, scheme);
        await Assertions.Expect(page.GetByText("No OPENAI_API_KEY is set")).ToBeVisibleAsync(Patiently);

        await AskAsync(page, "What is a stream?");

        await Assertions.Expect(page.GetByText("embedded: stop, 4 tokens in")).ToBeVisibleAsync(Patiently);
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync("A stream is a");
        await page.ScreenshotAsync(new() { Path = Artifact($"assistant-{scheme}.png") });
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task The_stop_button_ends_the_answer_and_the_models_work()
    {
        await using var stub = await StubServer.StartAsync(async http =>
        {
            await Completion.BeginAsync(http);
            await Completion.WordAsync(http, "One <b>word</b>");
            await Completion.SilenceAsync(http);
        });
        using var app = AssistantApp.Before(stub);
        var page = await OpenAsync(app, ColorScheme.Light);
        await AskAsync(page, "Go on");
        await Assertions.Expect(page.GetByText("One <b>word</b>")).ToBeVisibleAsync(Patiently);

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await stub.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Assertions.Expect(page.GetByText("Stopped.")).ToBeVisibleAsync(Patiently);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ask" })).ToBeEnabledAsync();
    }

    [Fact]
    public async Task An_error_before_the_answer_and_one_in_it_are_shown()
    {
        var answered = 0;
        await using var stub = await StubServer.StartAsync(async http =>
        {
            if (Interlocked.Increment(ref answered) == 1)
            {
                await Completion.RefuseAsync(http, 429, "17");
                return;
            }

            await Completion.BeginAsync(http);
            await Completion.WordAsync(http, "Half an");
        });
        using var app = AssistantApp.Before(stub);
        var page = await OpenAsync(app, ColorScheme.Dark);

        await AskAsync(page, "First");
        await Assertions.Expect(page.GetByText("takes no more questions for now. Try again in 17 s.")).ToBeVisibleAsync(Patiently);
        await AskAsync(page, "Second");

        await Assertions.Expect(page.GetByText("Half an")).ToBeVisibleAsync(Patiently);
        await Assertions.Expect(page.GetByText("The model's server ended the answer too early.")).ToBeVisibleAsync(Patiently);
        await page.ScreenshotAsync(new() { Path = Artifact("assistant-errors.png") });
    }

    private async Task<IPage> OpenAsync(AssistantApp app, ColorScheme scheme)
    {
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = 390, Height = 760 }, ColorScheme = scheme });
        await page.GotoAsync($"http://127.0.0.1:{app.Port}/");
        return page;
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await page.GetByLabel("Your question").FillAsync(question);
        await page.GetByLabel("Your question").PressAsync("Enter");
    }

    private static string Artifact(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName, name);
}
