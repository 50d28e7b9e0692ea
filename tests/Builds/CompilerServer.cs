using System.IO.Pipes;

namespace Builds;

/// <summary>
/// A compiler that stays: each build would start one of its own, and most of what a small build takes is that start. One that a build starts
/// outlives it and keeps its output open, so this one is started before them and ends with the tests.
/// </summary>
/// <remarks>https://github.com/dotnet/roslyn/blob/main/docs/compilers/Compiler%20Server.md</remarks>
internal sealed class CompilerServer : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private CompilerServer(ChildProcess process) => _process = process;

    /// <summary>The name of its pipe, which builds are told by a property.</summary>
    public static string Pipe { get; } = $"jero-tests-{Environment.ProcessId}";

    // Where the compiler has it. A socket's path is short, so it is not in the folder that .NET has for pipes.
    private static string PathOfPipe => OperatingSystem.IsWindows() ? Pipe : Path.Combine("/tmp", Pipe);

    public static async Task<CompilerServer> StartAsync()
    {
        var server = new CompilerServer(new ChildProcess(Tool.DotNet, ["exec", await FindAsync(), $"-pipename:{Pipe}"], AppContext.BaseDirectory, []));
        await using var client = new NamedPipeClientStream(".", PathOfPipe, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await client.ConnectAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        return server;
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // That of the SDK which builds here.
    private static async Task<string> FindAsync()
    {
        var version = (await Sdk.RunAsync(AppContext.BaseDirectory, new Dictionary<string, string?>(), "--version")).Trim();
        var installed = await Sdk.RunAsync(AppContext.BaseDirectory, new Dictionary<string, string?>(), "--list-sdks");
        var line = installed.Split('\n').Single(line => line.StartsWith(version + " [", StringComparison.Ordinal));
        var folder = line[(version.Length + 2)..].TrimEnd().TrimEnd(']');
        return Path.Combine(folder, version, "Roslyn", "bincore", "VBCSCompiler.dll");
    }
}
