using System.Text.RegularExpressions;
using Shared;

namespace Notifications.Tests.Server;

/// <summary>The console sample as a process, which follows a user.</summary>
internal sealed partial class FollowProcess(params IEnumerable<string> arguments) : IAsyncDisposable
{
    // Where FOLLOW_EXECUTABLE names a program, such as the native binary, the same tests are run against that.
    private readonly ChildProcess _process = Environment.GetEnvironmentVariable("FOLLOW_EXECUTABLE") is { Length: > 0 } program
        ? new ChildProcess(Path.GetFullPath(program), arguments)
        : new ChildProcess(Tool.DotNet, [Path.Combine(AppContext.BaseDirectory, "follow.dll"), .. arguments]);

    public ChildProcess Process => _process;

    /// <summary>The texts of what was printed, in the order they came.</summary>
    public IReadOnlyList<string> Texts => [.. Printed().Matches(_process.Output).Select(match => match.Groups[1].Value)];

    public Task UntilAsync(string text) => Until.TrueAsync(
        () => _process.Output.Contains(text, StringComparison.Ordinal), () => $"'{text}' is printed; what was: {_process.Output}");

    /// <summary>Ends it without a word (SIGKILL).</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S+ \w+: (.*?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Printed();
}
