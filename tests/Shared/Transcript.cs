using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Shared;

/// <summary>
/// The commands of a page and what each of them wrote, as its console blocks show it. A line of three dots stands for lines that are left
/// out. A command whose output ends with <c>^C</c> is stopped when it has written as much as the page shows.
/// </summary>
internal sealed partial class Transcript
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly string _page;
    private readonly string _bash;
    private readonly string _directory;
    private readonly KeyValuePair<string, string?>[] _environment;
    private readonly Regex? _varying;
    private readonly Dictionary<string, string> _seen = [];

    /// <param name="page">Its path in the repository.</param>
    /// <param name="bash">The shell.</param>
    /// <param name="directory">Where the commands run.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="varying">
    /// What is another in each run, such as ids. What stands for one in the page stands for the same one wherever the page has it again,
    /// in a command too.
    /// </param>
    public Transcript(
        string page,
        string bash,
        string directory,
        IEnumerable<KeyValuePair<string, string?>>? environment = null,
        [StringSyntax(StringSyntaxAttribute.Regex)] string? varying = null)
    {
        _page = page;
        _bash = bash;
        _directory = directory;
        _environment = [.. environment ?? []];
        _varying = varying is null ? null : new Regex(varying);
    }

    /// <summary>Runs each command of a page anew. What it writes must be what the page shows.</summary>
    /// <param name="page">Its path in the repository.</param>
    /// <param name="section">The heading whose blocks are meant.</param>
    /// <param name="bash">The shell.</param>
    /// <param name="directory">Where the commands run.</param>
    /// <param name="shown">The address that the page shows, without its scheme.</param>
    /// <param name="address">The one of the app that runs.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static Task HoldsAsync(
        string page,
        string section,
        string bash,
        string directory,
        string shown,
        Uri address,
        IEnumerable<KeyValuePair<string, string?>> environment) =>
        new Transcript(page, bash, directory, environment).HoldsAsync(Blocks(page, section), (shown, address));

    /// <summary>The console blocks of a page.</summary>
    /// <param name="page">Its path in the repository.</param>
    /// <param name="section">The heading that they are under; null takes the whole page.</param>
    public static string[] Blocks(string page, string? section = null)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));
        if (section is not null)
        {
            var start = text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
            Assert.True(start >= 0, $"{page} has no section {section}.");
            var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
            text = end < 0 ? text[start..] : text[start..end];
        }

        return [.. Block().Matches(text).Select(static block => block.Groups[1].Value)];
    }

    /// <summary>Runs each command of these blocks anew. What it writes must be what the page shows.</summary>
    /// <param name="blocks">Of <see cref="Blocks"/>.</param>
    /// <param name="servers">The addresses that the page shows, without their scheme, and those of the apps that run.</param>
    public async Task HoldsAsync(string[] blocks, params (string Shown, Uri Address)[] servers)
    {
        var commands = blocks.SelectMany(static block => Command().Matches(block)).ToList();
        Assert.NotEmpty(commands);
        foreach (var match in commands)
        {
            var command = match.Groups[1].Value;
            var (shown, isStopped) = match.Groups[2].Value.TrimEnd('\n') is var output && output.EndsWith("^C", StringComparison.Ordinal)
                ? (output[..^2], true) : (output, false);
            var written = Steady(await RunAsync(Known(Placed(command)), isStopped ? shown.Count(static c => c == '\n') : null));
            var expected = Learn(Steady(Placed(shown)), written);
            AssertSame($"{_page}: $ {command}\n{expected}", $"{_page}: $ {command}\n{written}");
        }

        string Placed(string text) => servers.Aggregate(
            text, static (text, server) => text.Replace(server.Shown, server.Address.Authority, StringComparison.Ordinal));
    }

    private static void AssertSame(string expected, string written)
    {
        if (Left().IsMatch(expected))
        {
            var parts = Left().Split(expected).Select(Regex.Escape);
            var end = expected.EndsWith("...", StringComparison.Ordinal) ? "" : @"\z";
            Assert.True(Regex.IsMatch(written, $@"\A{string.Join(@"\n(?:.*\n)*?", parts)}{end}"), $"The page shows\n{expected}\nand what came is\n{written}");
        }
        else
        {
            Assert.Equal(expected, written);
        }
    }

    // The first time that something varying is shown, it stands for what was written at its place.
    private string Learn(string expected, string written)
    {
        if (_varying is null)
        {
            return expected;
        }

        foreach (var (shown, real) in _varying.Matches(expected).Zip(_varying.Matches(written)))
        {
            _seen.TryAdd(shown.Value, real.Value);
        }

        return Known(expected);
    }

    private string Known(string text) => _varying?.Replace(text, match => _seen.GetValueOrDefault(match.Value, match.Value)) ?? text;

    private async Task<string> RunAsync(string command, int? lines)
    {
        // A terminal shows both streams.
        var start = new ProcessStartInfo(_bash, ["-c", $"exec 2>&1\n{command}"]) { WorkingDirectory = _directory, RedirectStandardOutput = true };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var written = new StringBuilder();
        try
        {
            for (var count = 0; count != lines && await process.StandardOutput.ReadLineAsync(limit.Token) is { } line; count++)
            {
                written.Append(line).Append('\n');
            }

            return written.ToString();
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{command} wrote no more than this in {Limit}: {written}");
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

    [GeneratedRegex(@"\n\.\.\.(?:\n|\z)")]
    private static partial Regex Left();
}
