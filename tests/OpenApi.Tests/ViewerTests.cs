using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shared;

namespace OpenApi.Tests;

/// <summary>The page that shows the sample's document, in a real browser without a network.</summary>
public sealed class ViewerTests(MoviesServer movies) : IClassFixture<MoviesServer>
{
    [Fact]
    public async Task The_page_lists_every_operation_and_shows_what_streams_send_without_an_error_or_a_foreign_request()
    {
        var chromium = Tool.RequireChromium();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 1000 } });
        var errors = new ConcurrentQueue<string>();
        var foreign = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                errors.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith(movies.Address.ToString(), StringComparison.Ordinal))
            {
                foreign.Enqueue(request.Url);
            }
        };

        await page.GotoAsync(new Uri(movies.Address, "/docs").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var summary in new[] { "Every film as CSV, a header first.", "A film every half second, in the order of their ids.", "One film.", "Every film, one JSON object a line." })
        {
            await Assertions.Expect(page.GetByText(summary, new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        }

        await page.ScreenshotAsync(new() { Path = Artifact("docs.png") });
        await page.GetByText("Every film, one JSON object a line.", new() { Exact = true }).First.ClickAsync();
        // A line of a stream, on one line; the value of JSON is shown over several.
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("{\"id\":1,\"title\":\"string\"", new() { Timeout = 20_000 });
        await page.ScreenshotAsync(new() { Path = Artifact("docs-movies.png") });
        await File.WriteAllTextAsync(Artifact("docs.html"), await page.ContentAsync(), TestContext.Current.CancellationToken);

        Assert.Empty(errors);
        Assert.Empty(foreign);
    }

    private static string Artifact(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName, name);
}
