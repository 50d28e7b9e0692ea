using System.Collections.Concurrent;
using Browsers;
using Microsoft.Playwright;

namespace OpenApi.Tests;

/// <summary>The page that shows the sample's document, in a real browser without a network.</summary>
public sealed class ViewerTests(Chromium chromium, MoviesServer movies) : IClassFixture<MoviesServer>
{
    [Fact]
    public async Task The_page_lists_every_operation_and_shows_what_streams_send_without_an_error_or_a_foreign_request()
    {
        await using var profile = await chromium.OpenProfileAsync(new() { ViewportSize = new() { Width = 1400, Height = 1000 } });
        var page = await profile.NewPageAsync();
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
            await Assertions.Expect(page.GetByText(summary, new() { Exact = true }).First).ToBeVisibleAsync();
        }

        await page.ScreenshotAsync(new() { Path = Chromium.Screenshot("docs.png") });
        await page.GetByText("Every film, one JSON object a line.", new() { Exact = true }).First.ClickAsync();
        // A line of a stream, on one line; the value of JSON is shown over several.
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("{\"id\":1,\"title\":\"string\"");
        await page.ScreenshotAsync(new() { Path = Chromium.Screenshot("docs-movies.png") });
        await File.WriteAllTextAsync(Chromium.Screenshot("docs.html"), await page.ContentAsync(), TestContext.Current.CancellationToken);

        Assert.Empty(errors);
        Assert.Empty(foreign);
    }
}
