using Browsers;
using Inspector.Tests.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared;

namespace Inspector.Tests.Browser;

/// <summary>Operations of the document, sent from the page.</summary>
public sealed class TryTests(Chromium chromium)
{
    [Fact]
    public async Task Lines_are_shown_as_they_come_and_the_first_that_breaks_its_schema_is_marked()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("GET", "/lines");

        await viewer.RunAsync();

        await viewer.SeesAsync(Items(viewer).GetByText("line 5"));
        await viewer.SeesAsync(viewer.Page.GetByText("2 not as their schema says, the first is 4"));
        await viewer.SeesAsync(viewer.Page.Locator(".item[data-first]").GetByText("✗ number is 4, too large"));
        await viewer.SeesAsync(viewer.Page.GetByLabel("Raw bytes").GetByText("{\"number\":1,\"text\":\"line 1\"}"));
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();
        await viewer.SeesAsync("Stopped.");
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task Events_are_resumed_from_a_chosen_id()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("GET", "/ticks/{kind}");
        await viewer.Page.GetByLabel("kind path").FillAsync("tick");

        await viewer.RunAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Resume after 2" }).ClickAsync();

        await viewer.SeesAsync(Items(viewer).GetByText("tick 5"));
        Assert.Equal("2", await viewer.Page.GetByLabel("Last-Event-ID header").InputValueAsync());
        await Assertions.Expect(Items(viewer).GetByText("tick 2")).ToHaveCountAsync(0);
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task A_body_is_made_of_its_schema_and_items_are_sent_as_lines()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("POST", "/orders");
        Assert.Equal("{\n  \"product\": \"text\",\n  \"count\": 0\n}", await viewer.Page.GetByLabel("body application/json").InputValueAsync());

        await viewer.RunAsync();
        await viewer.SeesAsync(Items(viewer).GetByText("{\"number\":0,\"text\":\"text\"}"));
        await viewer.TryAsync("PUT", "/orders");
        await viewer.Page.GetByLabel("body application/x-ndjson").FillAsync(string.Concat(Enumerable.Repeat("{\"number\":1,\"text\":\"a\"}\n", 3)));
        await viewer.RunAsync();

        await viewer.SeesAsync(Items(viewer).GetByText("3", new() { Exact = true }));
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task A_form_with_a_file_is_sent_also_where_the_app_wants_a_token_of_its_own_pages()
    {
        await using var app = await InspectedApp.StartAsync(
            build: static builder => builder.Services.AddAntiforgery(),
            map: static app =>
            {
                app.UseAntiforgery();
                app.MapJeroInspector();
            });
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("POST", "/uploads");
        await viewer.Page.GetByLabel("title form").FillAsync("it's <b>");
        await viewer.Page.GetByLabel("pages form").FillAsync("7\n9\n");
        await viewer.Page.GetByLabel("picture form").SetInputFilesAsync(Png);

        await viewer.RunAsync();

        await viewer.SeesAsync(Items(viewer).GetByText("{\"number\":0,\"text\":\"it's <b>\"}"));
        await viewer.SeesAsync(Items(viewer).GetByText("{\"number\":7,\"text\":\"page\"}"));
        await viewer.SeesAsync(Items(viewer).GetByText("{\"number\":9,\"text\":\"page\"}"));
        await viewer.SeesAsync(Items(viewer).GetByText("{\"number\":3,\"text\":\"a picture.png\"}"));
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task A_field_that_is_missing_is_asked_for_and_nothing_is_sent()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("POST", "/uploads");
        await viewer.Page.GetByLabel("title form").FillAsync("a");

        await viewer.RunAsync();

        Assert.True(await viewer.Page.GetByLabel("picture form").EvaluateAsync<bool>("input => input.matches(':invalid')"));
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_file_is_sent_as_the_body()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("PUT", "/uploads");
        await viewer.Page.GetByLabel("body application/octet-stream").SetInputFilesAsync(Png);

        await viewer.RunAsync();

        await viewer.SeesAsync(Items(viewer).GetByText("3", new() { Exact = true }));
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task A_call_with_a_form_is_shown_as_code()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("POST", "/uploads");
        await viewer.Page.GetByLabel("title form").FillAsync("it's");
        await viewer.Page.GetByLabel("pages form").FillAsync("7\n9");
        await viewer.Page.GetByLabel("picture form").SetInputFilesAsync(Png);
        await viewer.Page.GetByText("The same call as code").ClickAsync();
        var code = viewer.Page.GetByLabel("The call");

        // The browser tells the page a moment later that the code is unfolded.
        var curl =
            $"curl -N \\\n  -X POST \\\n  '{app.Address}uploads' \\\n  -F 'title=it'\\''s' \\\n  -F 'pages=7' \\\n  -F 'pages=9' \\\n  -F 'picture=@a picture.png'";
        await Until.TrueAsync(async () => await code.TextContentAsync() == curl, curl);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "C# client" }).ClickAsync();
        Assert.Contains("(title: \"it's\", pages: [7, 9], picture: File.OpenRead(\"a picture.png\"), ", await code.TextContentAsync(), StringComparison.Ordinal);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "TypeScript client" }).ClickAsync();
        Assert.Contains("{ title: \"it's\", pages: [7, 9], picture: new File([bytes], \"a picture.png\") }", await code.TextContentAsync(), StringComparison.Ordinal);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Test", Exact = true }).ClickAsync();
        Assert.Contains(
            "        { new ByteArrayContent(File.ReadAllBytes(\"a picture.png\")), \"picture\", \"a picture.png\" },",
            await code.TextContentAsync(),
            StringComparison.Ordinal);
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task A_stream_that_faults_and_one_that_never_answers_are_shown_for_what_they_are()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("GET", "/fault");
        await viewer.Page.GetByLabel("waits query").SelectOptionAsync("true");
        await viewer.RunAsync();
        await viewer.SeesAsync(Items(viewer).GetByText("two"));
        app.Gate.Open();
        await viewer.SeesAsync(viewer.Page.GetByText("The connection broke"));

        await viewer.TryAsync("GET", "/silent");
        await viewer.RunAsync();
        await viewer.SeesAsync("Waiting for the response …");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();

        await viewer.SeesAsync("Stopped.");
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task Items_of_a_megabyte_are_cut_and_shown_whole_on_demand()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("GET", "/load");
        await viewer.Page.GetByLabel("size query").FillAsync("1000000");
        await viewer.Page.GetByLabel("rate query").FillAsync("10");

        await viewer.RunAsync();
        await viewer.SeesAsync(viewer.Page.GetByText("Whole item, 1 MB").First);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();
        await viewer.Page.GetByText("Whole item, 1 MB").First.ClickAsync();

        Assert.True(await Items(viewer).EvaluateAsync<bool>(
            "items => [...items.querySelectorAll('.data')].some(data => data.textContent.length > 1_000_000)"));
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task Of_a_thousand_items_a_second_some_are_shown_and_the_page_says_so()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("GET", "/load");
        await viewer.Page.GetByLabel("rate query").FillAsync("5000");

        await viewer.RunAsync();
        await viewer.SeesAsync("only some of the items are shown");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await viewer.SeesAsync("paused, and read on");

        Assert.InRange(await viewer.Page.Locator(".items > .item").CountAsync(), 1, 300);
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task Of_a_document_with_five_hundred_operations_one_is_found()
    {
        await using var app = await InspectedApp.StartAsync(map: static app =>
        {
            app.MapJeroOpenApi("/many.json", static document => document.Transform = static all =>
            {
                var paths = all["paths"]!.AsObject();
                var lines = paths["/lines"]!;
                for (var number = 1; number <= 500; number++) paths.Add($"/lines/{number}", lines.DeepClone());
            });
            app.MapJeroInspector(configure: static options => options.DocumentPath = "/many.json");
        });
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.SeesAsync(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "GET /lines/500" }));

        await viewer.Page.GetByLabel("Filter").Last.FillAsync("/lines/437");

        await Assertions.Expect(viewer.Page.Locator(".operations li:visible")).ToHaveCountAsync(1);
        await viewer.TryAsync("GET", "/lines/437");
        Assert.Empty(viewer.Errors);
    }

    [Fact]
    public async Task The_call_is_shown_as_code()
    {
        await using var app = await InspectedApp.StartAsync();
        await using var viewer = await Viewer.OpenAsync(chromium, app, "try");
        await viewer.TryAsync("GET", "/ticks/{kind}");
        await viewer.Page.GetByLabel("kind path").FillAsync("it's");
        await viewer.Page.GetByLabel("Last-Event-ID header").FillAsync("7");
        await viewer.Page.GetByText("The same call as code").ClickAsync();
        var code = viewer.Page.GetByLabel("The call");

        // The browser tells the page a moment later that the code is unfolded.
        var curl = $"curl -N \\\n  '{app.Address}ticks/it'\\''s' \\\n  -H 'Last-Event-ID: 7'";
        await Until.TrueAsync(async () => await code.TextContentAsync() == curl, curl);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "C# client" }).ClickAsync();
        Assert.Contains("client.GetTicks(kind: \"it's\", lastEventId: \"7\")", await code.TextContentAsync(), StringComparison.Ordinal);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "TypeScript client" }).ClickAsync();
        Assert.Contains("client.getTicks({ kind: \"it's\" }, { signal, lastEventId: \"7\" })", await code.TextContentAsync(), StringComparison.Ordinal);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Test", Exact = true }).ClickAsync();
        Assert.Contains("app.OpenAsync<Row>(\"/ticks/it's\", lastEventId: \"7\")", await code.TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(viewer.Errors);
    }

    private static FilePayload Png => new() { Name = "a picture.png", MimeType = "image/png", Buffer = [1, 2, 3] };

    private static ILocator Items(Viewer viewer) => viewer.Page.GetByRole(AriaRole.Rowgroup, new() { Name = "Items" });
}
