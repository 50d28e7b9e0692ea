using System.Globalization;
using System.Text.RegularExpressions;
using Shared;

namespace Notifications.Tests.Server;

/// <summary>The sample as a process of its own, on a folder of its own or that of another.</summary>
internal sealed partial class NotificationsServer : IAsyncDisposable
{
    private readonly string[] _settings;
    private ChildProcess _process;

    private NotificationsServer(string[] settings)
    {
        _settings = settings;
        _process = Start(port: 0);
    }

    public Uri Address { get; private set; } = null!;

    public ChildProcess Process => _process;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="folder">Where it keeps what must outlive it.</param>
    /// <param name="settings">As in <c>--Notifications:Retention=10</c>.</param>
    public static async Task<NotificationsServer> StartAsync(string folder, params IEnumerable<string> settings)
    {
        var server = new NotificationsServer([$"--Notifications:Folder={folder}", "--Notifications:Retry=00:00:00.100", .. settings]);
        await server.ListenAsync();
        return server;
    }

    /// <summary>Ends it without a word (SIGKILL).</summary>
    public ValueTask KillAsync() => _process.DisposeAsync();

    /// <summary>Starts it again on its old port.</summary>
    public async Task StartAgainAsync()
    {
        using var limit = new CancellationTokenSource(Until.Limit);
        do
        {
            _process = Start(Address.Port);
            await Until.TrueAsync(() => _process.HasExited || Listening().IsMatch(_process.Output), () => $"the server listens again: {_process.Output}");
            if (_process.HasExited) await _process.WaitForExitAsync(Until.Limit);
        }
        // Another test may have been given the port meanwhile, and gives it back.
        while (!limit.IsCancellationRequested && _process.HasExited && _process.Output.Contains("address already in use", StringComparison.Ordinal));
        await ListenAsync();
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // Where NOTIFICATIONS_EXECUTABLE names a program, such as the native binary, the same tests are run against that.
    private ChildProcess Start(int port)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{port}");
        return Environment.GetEnvironmentVariable("NOTIFICATIONS_EXECUTABLE") is { Length: > 0 } program
            ? new ChildProcess(Path.GetFullPath(program), [url, .. _settings])
            : new ChildProcess(Tool.DotNet, [Path.Combine(AppContext.BaseDirectory, "Notifications.dll"), url, .. _settings]);
    }

    private async Task ListenAsync()
    {
        try
        {
            await Until.TrueAsync(() => _process.HasExited || Listening().IsMatch(_process.Output), () => "the server listens");
            Address = new Uri(Listening().Match(_process.Output).Groups[1].Value);
        }
        catch (Exception exception)
        {
            await _process.DisposeAsync();
            throw new InvalidOperationException($"The server did not start. It wrote: {_process.Output}", exception);
        }
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
