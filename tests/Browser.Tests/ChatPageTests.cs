using Browsers;
using Microsoft.Playwright;
using Samples.Tests.Assistant;

namespace Browser.Tests;

/// <summary>The chat page in a real browser, as wide as a telephone unless said otherwise.</summary>
public sealed class ChatPageTests(WatchedPages pages) : IClassFixture<WatchedPages>
{
    [Theory]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task An_answer_is_shown_to_its_end_and_everybody_can_use_the_page(ColorScheme scheme, int width)
    {
        using var app = AssistantApp.Embedded();
        var page = await OpenAsync(app, scheme, width);
        await Assertions.Expect(page.GetByText("No OPENAI_API_KEY is set")).ToBeVisibleAsync();
        await PageAudit.PassesAsync(page);
        await page.ScreenshotAsync(new() { Path = Chromium.Screenshot($"assistant-start-{scheme}-{width}.png") });

        await AskAsync(page, "What is a stream?");

        await Assertions.Expect(page.GetByText("embedded: stop, 4 tokens in")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync("A stream is a");
        await PageAudit.PassesAsync(page);
        await page.ScreenshotAsync(new() { Path = Chromium.Screenshot($"assistant-{scheme}-{width}.png") });
    }

    [Fact]
    public async Task A_suggestion_is_asked_and_its_answer_is_read_out_whole()
    {
        using var app = AssistantApp.Embedded();
        var page = await OpenAsync(app, ColorScheme.Light);

        await page.GetByRole(AriaRole.Button, new() { Name = "What is a stream?" }).ClickAsync();

        await Assertions.Expect(page.GetByText("embedded: stop, 4 tokens in")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".question")).ToHaveTextAsync("What is a stream?");
        await Assertions.Expect(page.Locator("#suggestions")).ToBeHiddenAsync();
        var answer = await page.Locator(".answer").TextContentAsync();
        Assert.StartsWith("A stream is a", answer, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Last).ToHaveTextAsync(answer!);
    }

    [Fact]
    public async Task The_conversation_goes_out_with_a_question_until_a_new_one_is_begun()
    {
        var answered = 0;
        await using var stub = await StubServer.StartAsync(http => Completion.WholeAsync(http, $"Answer {Interlocked.Increment(ref answered)}."));
        using var app = AssistantApp.Before(stub);
        var page = await OpenAsync(app, ColorScheme.Light);

        await AskAsync(page, "First?");
        await Assertions.Expect(page.Locator(".end")).ToHaveCountAsync(1);
        await AskAsync(page, "Second?");
        await Assertions.Expect(page.Locator(".end")).ToHaveCountAsync(2);
        Assert.Equal(["First?", "Answer 1.", "Second?"], Sent());
        await page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await Assertions.Expect(page.Locator("#suggestions")).ToBeVisibleAsync();
        await AskAsync(page, "Third?");
        await Assertions.Expect(page.Locator(".end")).ToHaveCountAsync(1);

        Assert.Equal(["Third?"], Sent());

        IEnumerable<string?> Sent() => stub.Body.GetProperty("messages").EnumerateArray().Skip(1).Select(said => said.GetProperty("content").GetString());
    }

    [Fact]
    public async Task The_conversation_is_scrolled_by_the_keyboard()
    {
        using var app = AssistantApp.Embedded();
        var page = await OpenAsync(app, ColorScheme.Light);
        for (var asked = 1; asked <= 6; asked++)
        {
            await AskAsync(page, $"What is stream {asked}?");
            await Assertions.Expect(page.Locator(".end")).ToHaveCountAsync(asked);
        }

        Assert.True(await page.EvaluateAsync<double>("document.getElementById('talk').scrollTop") > 0);

        // The focus is in the text, and the conversation is before it.
        await page.Keyboard.PressAsync("Shift+Tab");
        var conversation = page.GetByRole(AriaRole.Region, new() { Name = "Conversation" });
        await Assertions.Expect(conversation).ToBeFocusedAsync();
        // Chromium's keyboard reaches whatever scrolls; that of other browsers does not.
        Assert.Equal(0, await conversation.EvaluateAsync<int>("element => element.tabIndex"));
        await page.Keyboard.PressAsync("Home");

        await page.WaitForFunctionAsync("() => document.getElementById('talk').scrollTop === 0");
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
        await Assertions.Expect(page.GetByText("One <b>word</b>")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await stub.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator(".end").GetByText("Stopped.")).ToBeVisibleAsync();
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
        await Assertions.Expect(page.GetByText("takes no more questions for now. Try again in 17 s.")).ToBeVisibleAsync();
        await AskAsync(page, "Second");

        await Assertions.Expect(page.GetByText("Half an")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("The model's server ended the answer too early.")).ToBeVisibleAsync();
        await PageAudit.PassesAsync(page);
        await page.ScreenshotAsync(new() { Path = Chromium.Screenshot("assistant-errors.png") });
    }

    [Fact]
    public async Task A_question_that_failed_stays_in_the_input_and_can_be_asked_again()
    {
        var asked = 0;
        await using var stub = await StubServer.StartAsync(async http =>
        {
            if (Interlocked.Increment(ref asked) == 1) await Completion.RefuseAsync(http, 500);
            else await Completion.WholeAsync(http, "At last.");
        });
        using var app = AssistantApp.Before(stub);
        var page = await OpenAsync(app, ColorScheme.Light);

        await AskAsync(page, "Is anybody there?");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The model's server answered with status 500.");
        await Assertions.Expect(page.GetByLabel("Your question")).ToHaveValueAsync("Is anybody there?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();

        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("At last.");
        await Assertions.Expect(page.GetByLabel("Your question")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Retry" })).ToHaveCountAsync(0);
        Assert.Equal(2, stub.Requests);
    }

    private async Task<IPage> OpenAsync(AssistantApp app, ColorScheme scheme, int width = 390)
    {
        var page = await pages.OpenAsync(scheme, width);
        await page.GotoAsync($"http://127.0.0.1:{app.Port}/");
        return page;
    }

    private static async Task AskAsync(IPage page, string question)
    {
        await page.GetByLabel("Your question").FillAsync(question);
        await page.GetByLabel("Your question").PressAsync("Enter");
    }
}
