namespace Package.Tests;

public sealed class HotReloadTests(Feed feed)
{
    [Fact]
    public async Task An_edit_of_a_handler_reaches_the_app_that_runs_under_dotnet_watch()
    {
        using var consumer = Consumer.OfApp(feed);
        await consumer.RunAsync("build");
        var environment = new Dictionary<string, string?>(consumer.Environment)
        {
            ["DOTNET_USE_POLLING_FILE_WATCHER"] = "true",
            ["DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER"] = "true",
            ["DOTNET_WATCH_RESTART_ON_RUDE_EDIT"] = "false",
        };
        await using var app = await RunningApp.StartAsync(Tool.DotNet, ["watch", "--non-interactive", "--verbose"], consumer.Project, environment);
        var (text, process) = (await app.ReadWordsAsync())[0];
        Assert.Equal("first", text);
        // An edit before that is not noticed.
        await app.UntilAsync(() => Task.FromResult(app.Output.Contains("Waiting for changes", StringComparison.Ordinal)), "dotnet watch waits for changes");

        consumer.Edit("Program.cs", "\"first\"", "\"second\"");

        await app.UntilAsync(async () => (await app.ReadWordsAsync())[0].Text == "second", "the edit is there");
        Assert.All(await app.ReadWordsAsync(), word => Assert.Equal(("second", process), word));
    }
}
