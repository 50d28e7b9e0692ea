using System.Collections.Concurrent;
using Browser.Tests;
using Browsers;
using Microsoft.Playwright;
using Notifications.Tests.Server;
using Shared;

namespace Notifications.Tests.Browser;

/// <summary>What the page asks for, refuses and confirms, and that everybody can use it.</summary>
public sealed class FormTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>At a desk each width and each scheme once.</summary>
    public static TheoryData<ColorScheme, int> Windows => Effort.Of<TheoryData<ColorScheme, int>>(
        new() { { ColorScheme.Light, 1280 }, { ColorScheme.Light, 390 }, { ColorScheme.Dark, 1280 }, { ColorScheme.Dark, 390 } },
        atDesk: new() { { ColorScheme.Light, 1280 }, { ColorScheme.Dark, 390 } });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_names_to_sign_in_with_are_said_and_one_press_signs_in()
    {
        await using var profile = await chromium.OpenProfileAsync();
        string[] users = ["--Notifications:Users:0=dora", "--Notifications:Users:1=emil"];
        await using var server = await NotificationsServer.StartAsync(_folder.Path, users);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await Assertions.Expect(tab.Page.GetByText("Sign in as dora or emil.")).ToBeVisibleAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "emil" }).ClickAsync();

        await tab.StateIsAsync("live");
        Assert.Equal("emil", await tab.TextOfAsync("#me"));
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task What_only_another_user_sees_is_confirmed()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");

        await tab.PublishAsync("Only for bob", "@bob");
        var note = tab.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Sent to @bob" });
        await Assertions.Expect(note).ToBeVisibleAsync();
        await tab.PublishAsync("For all");
        await tab.HasAsync("For all");

        await Assertions.Expect(note).Not.ToBeVisibleAsync();
        Assert.Equal(["For all"], await tab.TextsAsync());
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task An_answer_that_comes_late_takes_neither_the_note_nor_the_focus_away()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");
        var late = new TaskCompletionSource();
        var arrived = tab.Page.WaitForResponseAsync(answer => answer.Request.PostData?.Contains("For all", StringComparison.Ordinal) == true);
        await tab.Page.RouteAsync("**/notifications", async route =>
        {
            if (route.Request.PostData?.Contains("For all", StringComparison.Ordinal) != true)
            {
                await route.ContinueAsync();
                return;
            }

            var answer = await route.FetchAsync();
            await late.Task;
            await route.FulfillAsync(new() { Response = answer });
        });

        await tab.PublishAsync("For all");
        await tab.HasAsync("For all");
        await tab.PublishAsync("Only for bob", "@bob");
        var note = tab.Page.GetByText("Sent to @bob");
        await Assertions.Expect(note).ToBeVisibleAsync();
        var topic = tab.Page.GetByLabel("To");
        await topic.FillAsync("builds");
        late.SetResult();
        await (await arrived).FinishedAsync();

        // The page has acted on the answer once a script that was asked for after it has run.
        await tab.Page.EvaluateAsync("() => new Promise(done => setTimeout(done))");
        await Assertions.Expect(note).ToBeVisibleAsync();
        await Assertions.Expect(topic).ToBeFocusedAsync();
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task An_unknown_topic_marks_the_field_that_has_it()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");

        await tab.PublishAsync("Hello?", "nowhere");

        await Assertions.Expect(tab.Page.GetByText("There is no topic 'nowhere'.")).ToBeVisibleAsync();
        var topic = tab.Page.GetByLabel("To");
        await Assertions.Expect(topic).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(topic).ToBeFocusedAsync();
        await Assertions.Expect(topic).ToHaveAccessibleDescriptionAsync("A topic, or @ and a user's name. There is no topic 'nowhere'.");
        Assert.Null(await tab.Page.GetByLabel("Text").GetAttributeAsync("aria-invalid"));
        Assert.Equal("Hello?", await tab.Page.GetByLabel("Text").InputValueAsync());
        Assert.Empty(tab.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("101")]
    [InlineData("0.5")]
    public async Task A_percentage_that_is_none_is_refused_before_it_is_sent(string percent)
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");
        var sent = new ConcurrentQueue<string>();
        tab.Page.Request += (_, request) => sent.Enqueue(request.Method);

        await tab.Page.GetByLabel("Kind").SelectOptionAsync("progress");
        await tab.Page.GetByLabel("Job").FillAsync("main");
        await tab.Page.GetByLabel("Percent").FillAsync(percent);
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.GetByText("The percentage has to be a whole number from 0 to 100.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Percent")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.DoesNotContain("POST", sent);
        Assert.Empty(tab.Errors);
    }

    [Fact]
    public async Task A_job_has_one_row_however_often_it_says_how_far_it_is()
    {
        await using var profile = await chromium.OpenProfileAsync();
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        using var other = await User.SignInAsync(server.Address, "bob");
        var tab = await Tab.OpenAsync(profile, server.Address);
        await tab.SignInAsync("ada");

        foreach (var (job, percent) in (IEnumerable<(string, int)>)[("main", 10), ("docs", 20), ("main", 60), ("main", 100)])
        {
            var draft = $$"""{"topic":"builds","content":{"kind":"progress","job":"{{job}}","percent":{{percent}} } }""";
            using var response = await other.SendAsync(HttpMethod.Post, server.Address, "/notifications", draft);
            Assert.True(response.IsSuccessStatusCode);
        }

        await tab.HasAsync("main: 100 %");
        Assert.Equal(["main: 100 %", "docs: 20 %"], await tab.TextsAsync());
        Assert.Empty(tab.Errors);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Everybody_can_use_the_page_in_each_of_its_states(ColorScheme scheme, int width)
    {
        var window = new ViewportSize { Width = width, Height = 800 };
        await using var profile = await chromium.OpenProfileAsync(new() { ViewportSize = window, ColorScheme = scheme });
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        var tab = await Tab.OpenAsync(profile, server.Address);
        var refused = new ConcurrentQueue<string>();
        tab.Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Enqueue(message.Text);
        };
        await Assertions.Expect(tab.Page.GetByText("Sign in as ada, bob or cleo.")).ToBeVisibleAsync();
        await PageAudit.PassesAsync(tab.Page);
        await tab.KeepAsync($"sign-in-{scheme}-{width}");
        await tab.SignInAsync("ada");
        await tab.PublishAsync("Hello");
        await tab.HasAsync("Hello");
        await tab.Page.GetByLabel("Kind").SelectOptionAsync("alert");
        await tab.PublishAsync("Disk full", "alerts");
        await tab.HasAsync("warning: Disk full");
        await tab.PublishAsync("Only for bob", "@bob");
        await Assertions.Expect(tab.Page.GetByText("Sent to @bob")).ToBeVisibleAsync();
        await PageAudit.PassesAsync(tab.Page);
        await tab.Page.GetByLabel("Kind").SelectOptionAsync("progress");
        await tab.Page.GetByLabel("Job").FillAsync("main");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByText("Sent to @bob")).ToBeVisibleAsync();
        await tab.Page.GetByLabel("To").FillAsync("builds");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.HasAsync("main: 50 %");
        await tab.Page.GetByLabel("Percent").FillAsync("");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByLabel("Percent")).ToHaveAttributeAsync("aria-invalid", "true");
        await PageAudit.PassesAsync(tab.Page);
        await tab.KeepAsync($"{scheme}-{width}");

        Assert.Empty(refused);
        Assert.Empty(tab.Errors);
    }
}
