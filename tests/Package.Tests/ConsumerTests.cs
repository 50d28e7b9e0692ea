namespace Package.Tests;

/// <summary>A project that refers to the package and to nothing else.</summary>
public sealed class ConsumerTests(Feed feed)
{
    private static readonly bool IsNative = Environment.GetEnvironmentVariable("PUBLISH_NATIVE") == "true";

    [Fact]
    public async Task The_first_build_works_without_another_line_and_so_does_what_is_published()
    {
        using var consumer = Consumer.OfApp(feed);

        await consumer.RunAsync("build", "-warnaserror");
        await AssertServesAsync(Tool.DotNet, [Path.Combine(consumer.Project, "bin", "Debug", "net10.0", "App.dll")], consumer);

        var published = Path.Combine(consumer.Project, "out");
        await consumer.RunAsync(["publish", "-warnaserror", "-o", published, .. IsNative ? ["-p:PublishAot=true", "--use-current-runtime"] : Array.Empty<string>()]);
        await AssertServesAsync(Path.Combine(published, OperatingSystem.IsWindows() ? "App.exe" : "App"), [], consumer);
        Assert.Equal(IsNative, !File.Exists(Path.Combine(published, "Jero.Runtime.dll")));
        Assert.False(File.Exists(Path.Combine(published, "Jero.Generator.dll")));
    }

    [Fact]
    public async Task The_generated_files_can_be_looked_at()
    {
        using var consumer = Consumer.OfApp(feed);

        // Twice, since what the first build wrote must be no source of the second.
        for (var i = 0; i < 2; i++)
        {
            await consumer.RunAsync("build", "-warnaserror", "--no-incremental", "-p:EmitCompilerGeneratedFiles=true");
        }

        var generated = Path.Combine(consumer.Project, "obj", "Debug", "net10.0", "generated", "Jero.Generator", "Jero.Generator.JeroGenerator");
        Assert.Contains("GET /words -> application/x-ndjson", await File.ReadAllTextAsync(Path.Combine(generated, "WordsEndpoint.g.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(generated, "MapJero.g.cs")));
    }

    [Fact]
    public async Task An_older_framework_is_refused_by_NuGet()
    {
        string[] frameworks = ["TargetFramework=net9.0", "TargetFramework=net8.0", "TargetFramework=netstandard2.0"];
        using var variants = new Variants(feed, frameworks);

        var output = await variants.BuildAsync();

        Assert.All(frameworks, framework => Assert.Equal(["NU1202"], Variants.ErrorsOf(output, framework)));
        Assert.Contains($"Jero {feed.Version} supports: net10.0", output, StringComparison.Ordinal);
    }

    // No older compiler comes with the SDK: this is what the targets of one say about themselves.
    [Fact]
    public async Task A_compiler_that_is_too_old_is_refused_with_one_error()
    {
        (string Property, string Id, string Message)[] cases =
        [
            ("CompilerApiVersion=roslyn4.14", "JERO029", "needs 5.0 or later"),
            ("LangVersion=11", "JERO028", "C# 12 or later"),
            ("LangVersion=7.3", "JERO028", "C# 12 or later"),
        ];
        using var variants = new Variants(feed, cases.Select(one => one.Property));

        var output = await variants.BuildAsync();

        foreach (var (property, id, message) in cases)
        {
            Assert.Equal([id], Variants.ErrorsOf(output, property));
            Assert.Contains(message, output, StringComparison.Ordinal);
            var page = await File.ReadAllTextAsync(Repository.Path("docs", "diagnostics", id + ".md"), TestContext.Current.CancellationToken);
            Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_project_may_set_the_language_otherwise()
    {
        string[] settings = ["LangVersion=12", "LangVersion=13.0", "LangVersion=preview", "Nullable=disable"];
        using var variants = new Variants(feed, settings);

        var output = await variants.BuildAsync();

        Assert.All(settings, setting => Assert.True(File.Exists(variants.ProgramOf(setting)), output));
    }

    private static async Task AssertServesAsync(string program, IEnumerable<string> arguments, Consumer consumer)
    {
        await using var app = await RunningApp.StartAsync(program, arguments, consumer.Project, consumer.Environment);

        Assert.Equal(["first", "first"], (await app.ReadWordsAsync()).Select(word => word.Text));
        Assert.Equal("data: {\"weather\":\"sunny\"}", await app.ReadNewsAsync());
        Assert.Contains("\"itemSchema\"", await app.Client.GetStringAsync("/openapi.json", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
