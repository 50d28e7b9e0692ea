using Browsers;
using Inspector.Tests.App;
using Microsoft.Playwright;

namespace Inspector.Tests.Browser;

/// <summary>What clients, sources and documents say is text, whatever it looks like.</summary>
public sealed class HostileTests(Chromium chromium)
{
    [Fact]
    public async Task Nothing_that_is_shown_becomes_markup_or_runs()
    {
        await using var app = await InspectedApp.StartAsync(
            options: static options => options.ShowsValues = true,
            build: static builder => builder.Services.AddJeroTopic<Row>("rows"));
        using var fault = await app.OpenAsync("/fault", "<img src=x onerror=window.pwned=10>");
        using var stream = await app.OpenAsync($"/ticks/{Uri.EscapeDataString("<svg onload=window.pwned=11>")}", Hostile.Markup);
        await using var viewer = await Viewer.OpenAsync(chromium, app);

        await viewer.SeesAsync(viewer.Page.Locator("#open-list").GetByText(Hostile.Markup));
        await viewer.Page.Locator("#open-list").GetByRole(AriaRole.Button, new() { Name = "GET /ticks/{kind}" }).ClickAsync();
        await viewer.SeesAsync(viewer.Page.Locator("#details").GetByText("kind: <svg onload=window.pwned=11>"));
        await viewer.Page.GetByRole(AriaRole.Tab, new() { Name = "Ended" }).ClickAsync();
        await viewer.SeesAsync(viewer.Page.Locator("#ended-list").GetByText("The cable broke. <img"));

        await viewer.Page.GetByRole(AriaRole.Tab, new() { Name = "Try" }).ClickAsync();
        await viewer.TryAsync("GET", "/hostile");
        await viewer.RunAsync();
        await viewer.SeesAsync(viewer.Page.Locator(".items").GetByText("{{constructor").First);
        await viewer.TryAsync("POST", "/hostile");
        await viewer.RunAsync();
        await viewer.SeesAsync(viewer.Page.Locator(".problem", new() { HasTextString = Hostile.Markup }));

        Assert.Null(await viewer.Page.EvaluateAsync<int?>("window.pwned ?? null"));
        Assert.Equal(0, await viewer.Page.Locator("img, svg, iframe, main script").CountAsync());
        Assert.Empty(viewer.Errors);
    }
}
