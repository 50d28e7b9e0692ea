namespace Builds;

/// <summary>`dotnet` with arguments, as a user runs it.</summary>
internal static class Sdk
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(9);

    /// <summary>Runs a command that has to succeed and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string directory, IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await TryAsync(directory, environment, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)}: {exitCode}\n{output}");
        return output;
    }

    /// <summary>Runs a command, whatever comes of it.</summary>
    public static async Task<(int ExitCode, string Output)> TryAsync(
        string directory, IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments)
    {
        await using var process = Start(directory, environment, arguments);
        await process.WaitForExitAsync(Limit);
        return (process.ExitCode, process.Output);
    }

    /// <summary>Starts a command that goes on.</summary>
    public static ChildProcess Start(string directory, IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments) =>
        new(Tool.DotNet, arguments, directory, [.. Quiet, .. environment]);

    // A node that outlives the command would hold its output open; what `dotnet test` tells its children is not for these.
    private static readonly KeyValuePair<string, string?>[] Quiet =
    [
        new("MSBUILDDISABLENODEREUSE", "1"),
        new("UseSharedCompilation", "true"),
        new("SharedCompilationId", CompilerServer.Pipe),
        new("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        new("DOTNET_NOLOGO", "1"),
        // A warning of it, as where its source cannot be reached, would be an error.
        new("NuGetAudit", "false"),
        new("MSBuildSDKsPath", null),
        new("MSBuildExtensionsPath", null),
        new("MSBuildLoadMicrosoftTargetsReadOnly", null),
    ];
}
