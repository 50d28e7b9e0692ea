using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Jero.Loopback;

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
        _control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public int Port { get; }

    public static async Task<ServerProcess> StartAsync(CancellationToken token)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve"]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync(token) ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>A value that the server tells.</summary>
    public async Task<long> AskAsync(string path, CancellationToken token) =>
        long.Parse(await _control.GetStringAsync(new Uri(path, UriKind.Relative), token), CultureInfo.InvariantCulture);

    /// <summary>The process's resident memory, in bytes.</summary>
    public async Task<long> ResidentAsync(CancellationToken token)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{_process.Id}/smaps_rollup", token);
        var resident = lines.First(line => line.StartsWith("Rss:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return long.Parse(resident, CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>The processor time of the process's threads so far, which /proc has in nanoseconds (the process's own is in hundredths of a second).</summary>
    public TimeSpan ProcessorTime()
    {
        long nanoseconds = 0;
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{_process.Id}/task"))
        {
            try
            {
                nanoseconds += long.Parse(File.ReadAllText($"{thread}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
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
