using Browsers;
using Deque.AxeCore.Playwright;
using Inspector.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared;

namespace Inspector.Tests.Browser;

/// <summary>Each view, wide and narrow, light and dark: no violation that axe-core finds, nothing wider than the window.</summary>
public sealed class LookTests(Chromium chromium)
{
    /// <summary>At a desk each width and each scheme once.</summary>
    public static TheoryData<int, ColorScheme> Windows => Effort.Of<TheoryData<int, ColorScheme>>(
        new() { { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark } },
        atDesk: new() { { 1280, ColorScheme.Light }, { 390, ColorScheme.Dark } });

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Every_view_is_accessible_and_fits(int width, ColorScheme scheme)
    {
        await using var app = await InspectedApp.StartAsync(build: static builder => builder.Services.AddJeroTopic<Row>("rows"));
        var topic = app.Web.Services.GetRequiredService<Topic<Row>>();
        await topic.PublishAsync(new Row(1, "one"), cancellationToken: TestContext.Current.CancellationToken);
        var streams = new List<HttpResponseMessage> { await app.OpenAsync("/fault", "cleo") };
        for (var i = 0; i < 12; i++)
        {
            var path = i % 3 == 0 ? "/lines" : i % 3 == 1 ? "/ticks/tick?first=20" : "/load?rate=10";
            streams.Add(await app.OpenAsync(path, i % 2 == 0 ? "ada@example.com" : null));
        }

        await using var viewer = await Viewer.OpenAsync(chromium, app, width: width, scheme: scheme);
        var name = $"{width}-{scheme}".ToLowerInvariant();
        await viewer.SeesAsync(viewer.Page.Locator("#open-list").GetByText("waits for source"));
        await LookAsync(viewer, $"open-{name}");
        Assert.Empty(await CutAsync(viewer, "open-list", "23 h 59 min"));
        await viewer.Page.Locator("#open-list").GetByRole(AriaRole.Button, new() { Name = "GET /load" }).First.ClickAsync();
        await viewer.SeesAsync(viewer.Page.Locator("#details").GetByText("X-User").First);
        await LookAsync(viewer, $"details-{name}");

        await viewer.Page.GetByRole(AriaRole.Tab, new() { Name = "Ended" }).ClickAsync();
        await viewer.SeesAsync(viewer.Page.Locator("#ended-list").GetByText("source faulted"));
        await LookAsync(viewer, $"ended-{name}");
        Assert.Empty(await CutAsync(viewer, "ended-list", "23 h 59 min"));

        await viewer.Page.GetByRole(AriaRole.Tab, new() { Name = "Topics" }).ClickAsync();
        await viewer.SeesAsync(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "rows" }));
        await LookAsync(viewer, $"topics-{name}");

        await viewer.Page.GetByRole(AriaRole.Tab, new() { Name = "Try" }).ClickAsync();
        await viewer.TryAsync("GET", "/lines");
        await viewer.Page.GetByText("The same call as code").ClickAsync();
        await viewer.RunAsync();
        await viewer.SeesAsync(viewer.Page.Locator(".items").GetByText("line 5"));
        await LookAsync(viewer, $"try-{name}");
        await viewer.TryAsync("POST", "/uploads");
        await LookAsync(viewer, $"form-{name}");
        streams.ForEach(static stream => stream.Dispose());
        Assert.Empty(viewer.Errors);
    }

    /// <summary>The columns that would cut the longest duration.</summary>
    private static Task<string[]> CutAsync(Viewer viewer, string list, string longest) => viewer.Page.EvaluateAsync<string[]>(
        """
        ([list, longest]) => [...document.querySelectorAll(`#${list} .row :is([data-column=age], [data-column=last], [data-column=duration])`)]
          .filter((cell) => cell.checkVisibility())
          .filter((cell) => {
            const shown = cell.querySelector(".first");
            shown.textContent = longest;
            return shown.scrollWidth > shown.clientWidth;
          })
          .map((cell) => cell.dataset.column)
        """,
        new[] { list, longest });

    private static async Task LookAsync(Viewer viewer, string name)
    {
        await viewer.KeepAsync(name);
        await viewer.FitsAsync();
        var found = await viewer.Page.RunAxe();
        var said = found.Violations.SelectMany(static one => one.Nodes.Select(node => $"{one.Id}: {one.Help}: {node.Html}"));
        Assert.True(found.Violations.Length == 0, $"{name}\n{string.Join('\n', said)}");
    }
}
