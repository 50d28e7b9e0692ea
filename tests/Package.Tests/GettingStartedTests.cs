using System.Text.RegularExpressions;
using Shared;

namespace Package.Tests;

/// <summary>Does what docs/getting-started.md says, with its own commands and its own code.</summary>
public sealed partial class GettingStartedTests(Feed feed)
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "getting-started.md"));

    [Fact]
    public async Task A_reader_who_follows_the_page_gets_what_it_shows()
    {
        var bash = Tool.Require("bash");
        Tool.Require("curl");
        using var consumer = new Consumer(feed);
        var code = Blocks("csharp");
        Assert.Equal(3, code.Length);

        await RunAsync(consumer, "Create a project");
        await WriteAsync(consumer, "Weather/Program.cs", code[0] + "\n" + code[1]);
        await consumer.RunAsync("build", "Weather", "-warnaserror");
        var program = Path.Combine(consumer.Project, "Weather", "bin", "Debug", "net10.0", "Weather.dll");
        await using (var app = await RunningApp.StartAsync(Tool.DotNet, [program], consumer.Project, consumer.Environment))
        {
            foreach (var section in (string[])["Stream items", "Send events that resume"])
            {
                var address = app.Client.BaseAddress!;
                await Transcript.HoldsAsync(
                    "docs/getting-started.md", section, bash, consumer.Project, "localhost:5000", address, consumer.Environment);
            }
        }

        await RunAsync(consumer, "Test it", except: "dotnet test");
        await WriteAsync(consumer, "Weather.Tests/UnitTest1.cs", code[2]);
        Assert.Matches(@"Passed: +3\b", await consumer.RunAsync("test", "Weather.Tests"));
    }

    /// <summary>The commands of a section, each of them one of the SDK's.</summary>
    private static async Task RunAsync(Consumer consumer, string section, string? except = null)
    {
        var start = Page.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        var text = Page[start..Page.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
        var commands = Block().Matches(text).Where(block => block.Groups[1].Value == "sh")
            .SelectMany(block => block.Groups[2].Value.Split('\n'))
            .Where(line => line.Length > 0 && (except is null || !line.StartsWith(except, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            Assert.StartsWith("dotnet ", command, StringComparison.Ordinal);
            await consumer.RunAsync(command.Split(' ')[1..]);
        }
    }

    private static Task WriteAsync(Consumer consumer, string file, string text)
    {
        var path = Path.Combine(consumer.Project, file);
        Assert.True(File.Exists(path), $"{file} is not what the SDK makes any more.");
        return File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }

    private static string[] Blocks(string language) =>
        [.. Block().Matches(Page).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value)];

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
