using Browsers;
using Microsoft.Playwright;
using Samples.Tests.Movies;

namespace Browser.Tests;

/// <summary>The page of the films in a real browser.</summary>
public sealed class MoviesPageTests(WatchedPages pages, MoviesServer movies) : IClassFixture<WatchedPages>, IClassFixture<MoviesServer>
{
    [Theory]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task The_feed_is_shown_and_everybody_can_use_the_page(ColorScheme scheme, int width)
    {
        var page = await pages.OpenAsync(scheme, width);
        await page.GotoAsync($"http://127.0.0.1:{movies.Port}/");

        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("live");
        await Assertions.Expect(page.Locator("#feed .id").Filter(new() { HasTextRegex = new("^2$") })).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        var films = await page.Locator("#feed li").AllInnerTextsAsync();
        await PageAudit.PassesAsync(page);
        await page.ScreenshotAsync(new() { Path = Chromium.Screenshot($"movies-{scheme}-{width}.png"), FullPage = true });

        Assert.Equal(films, await page.Locator("#feed li").AllInnerTextsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.Locator("#feed li").First).Not.ToHaveTextAsync(films[0]);
    }

    [Fact]
    public async Task Two_tabs_share_one_connection()
    {
        var first = await pages.OpenAsync(ColorScheme.Light, 1280);
        var streams = 0;
        first.Context.Request += (_, request) =>
        {
            if (new Uri(request.Url).AbsolutePath == "/events") Interlocked.Increment(ref streams);
        };
        await first.GotoAsync($"http://127.0.0.1:{movies.Port}/");
        await Assertions.Expect(first.Locator("#state")).ToHaveTextAsync("live");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync($"http://127.0.0.1:{movies.Port}/");

        await Assertions.Expect(second.Locator("#state")).ToHaveTextAsync("live");
        await Assertions.Expect(second.Locator("#feed li").Nth(1)).ToBeVisibleAsync();
        Assert.Equal(1, streams);
    }
}
