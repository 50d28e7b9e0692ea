using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Shared;

/// <summary>The commands of a page and what each of them wrote, as its console blocks show it.</summary>
internal static partial class Transcript
{
    /// <summary>Runs each command of a page anew. What it writes must be what the page shows.</summary>
    /// <param name="page">Its path in the repository.</param>
    /// <param name="section">The heading whose blocks are meant.</param>
    /// <param name="bash">The shell.</param>
    /// <param name="directory">Where the commands run.</param>
    /// <param name="shown">The address that the page shows, without its scheme.</param>
    /// <param name="address">The one of the app that runs.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task HoldsAsync(
        string page,
        string section,
        string bash,
        string directory,
        string shown,
        Uri address,
        IEnumerable<KeyValuePair<string, string?>> environment)
    {
        var commands = Of(page, section);
        Assert.NotEmpty(commands);
        foreach (var (command, output) in commands)
        {
            var written = await RunAsync(bash, directory, command.Replace(shown, address.Authority, StringComparison.Ordinal), environment);
            Assert.Equal($"$ {command}\n{Steady(output)}", $"$ {command}\n{Steady(written)}");
        }
    }

    private static (string Command, string Output)[] Of(string page, string section)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));
        var start = text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no section {section}.");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return
        [
            .. Block().Matches(end < 0 ? text[start..] : text[start..end])
                .SelectMany(block => Command().Matches(block.Groups[1].Value))
                .Select(command => (command.Groups[1].Value, command.Groups[2].Value)),
        ];
    }

    private static async Task<string> RunAsync(
        string bash, string directory, string command, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        var start = new ProcessStartInfo(bash, ["-c", command]) { WorkingDirectory = directory, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            return await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // A date is another each time, and a page does not show the lines at the end that are empty.
    private static string Steady(string output) => Date().Replace(output.ReplaceLineEndings("\n"), "Date: ...").TrimEnd('\n');

    [GeneratedRegex("^```console\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\$ (.+)\n((?:(?!\$ ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("^Date: .*$", RegexOptions.Multiline)]
    private static partial Regex Date();
}
