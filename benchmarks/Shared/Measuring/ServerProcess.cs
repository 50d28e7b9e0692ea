using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Measuring;

/// <summary>The server, in a process of its own that ends with the measurement.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private const int Sigterm = 15;

    private readonly Process _process;
    private readonly HttpClient _control;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        _control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Timeout.InfiniteTimeSpan };
    }

    public int Port { get; }

    /// <summary>Starts this program again with the argument <c>serve</c>.</summary>
    /// <param name="token">Gives up.</param>
    /// <param name="settings">The arguments behind it.</param>
    public static Task<ServerProcess> StartAsync(CancellationToken token, params string[] settings) =>
        StartAsync(Environment.ProcessPath!, token, ["serve", .. settings]);

    /// <summary>Starts a program that prints its port.</summary>
    public static async Task<ServerProcess> StartAsync(string program, CancellationToken token, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync(token) ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>A value that the server tells.</summary>
    public async Task<long> AskAsync(string path, CancellationToken token) => long.Parse(await ReadAsync(path, token), CultureInfo.InvariantCulture);

    /// <summary>What the server answers.</summary>
    public Task<string> ReadAsync(string path, CancellationToken token) => _control.GetStringAsync(new Uri(path, UriKind.Relative), token);

    /// <summary>The process's resident memory, in bytes.</summary>
    public async Task<long> ResidentAsync(CancellationToken token)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{_process.Id}/smaps_rollup", token);
        var resident = lines.First(line => line.StartsWith("Rss:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return long.Parse(resident, CultureInfo.InvariantCulture) * 1024;
    }

    /// <inheritdoc cref="Measuring.ProcessorTime.Of"/>
    public TimeSpan ProcessorTime() => Measuring.ProcessorTime.Of(_process.Id);

    /// <summary>The processor time so far with that of threads that have ended, in hundredths of a second: for what takes seconds.</summary>
    public TimeSpan WholeProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Sends SIGTERM and waits for the process's end.</summary>
    public async Task<TimeSpan> TerminateAsync(CancellationToken token)
    {
        var sent = Stopwatch.GetTimestamp();
        if (Kill(_process.Id, Sigterm) != 0)
        {
            throw new InvalidOperationException("SIGTERM could not be sent.");
        }

        await _process.WaitForExitAsync(token);
        return Stopwatch.GetElapsedTime(sent);
    }

    public void Dispose()
    {
        _control.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
