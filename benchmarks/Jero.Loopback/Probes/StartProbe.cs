using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Jero.Loopback.Probes;

/// <summary>From the start of a published program to the first byte of its first answer, and the memory it then takes.</summary>
internal static class StartProbe
{
    private const int WarmUp = 3;
    private const int Rounds = 30;

    /// <param name="programs">Paths of programs that answer GET /; the others are compared with the first.</param>
    /// <param name="token">Ends the measurement.</param>
    public static async Task RunAsync(string[] programs, CancellationToken token)
    {
        var starts = programs.ToDictionary(program => program, _ => new List<(double Milliseconds, double Kibibytes)>());
        for (var i = 0; i < WarmUp + Rounds; i++)
        {
            foreach (var program in programs)
            {
                var start = await MeasureAsync(program, token);
                if (i >= WarmUp)
                {
                    starts[program].Add(start);
                }
            }
        }

        Report.Table(
            $"Start to first byte and resident memory after it, {Rounds} interleaved rounds",
            ["", "binary bytes", "ratio", "median ms", "least", "most", "ratio", "resident KiB", "least", "most", "ratio"],
            programs.Select(program => Row(program, starts[program], programs[0], starts[programs[0]])));
    }

    private static string[] Row(string program, List<(double Milliseconds, double Kibibytes)> starts, string first, List<(double Milliseconds, double Kibibytes)> others)
    {
        var time = new Sample([.. starts.Select(start => start.Milliseconds)]);
        var memory = new Sample([.. starts.Select(start => start.Kibibytes)]);
        var size = new FileInfo(program).Length;
        // Each round's own pair, so that what slows a round down slows both.
        var timeRatio = new Sample([.. starts.Zip(others, (mine, other) => mine.Milliseconds / other.Milliseconds)]);
        var memoryRatio = new Sample([.. starts.Zip(others, (mine, other) => mine.Kibibytes / other.Kibibytes)]);
        return
        [
            Path.GetFileName(program), size.ToString("N0", CultureInfo.InvariantCulture), Report.Number((double)size / new FileInfo(first).Length, "0.000"),
            Report.Number(time.Median, "0.0"), Report.Number(time.Least, "0.0"), Report.Number(time.Most, "0.0"), Report.Number(timeRatio.Median, "0.00"),
            Report.Number(memory.Median, "N0"), Report.Number(memory.Least, "N0"), Report.Number(memory.Most, "N0"), Report.Number(memoryRatio.Median, "0.00"),
        ];
    }

    private static async Task<(double Milliseconds, double Kibibytes)> MeasureAsync(string program, CancellationToken token)
    {
        var port = FreePort();
        var info = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        info.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        try
        {
            using var socket = await ConnectAsync(port, process, token);
            await socket.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), token);
            var count = await socket.ReceiveAsync(new byte[1], token);
            var elapsed = Stopwatch.GetElapsedTime(begun);
            if (count == 0)
            {
                throw new InvalidOperationException($"{program} closed the connection.");
            }

            var lines = await File.ReadAllLinesAsync($"/proc/{process.Id}/smaps_rollup", token);
            var resident = lines.First(line => line.StartsWith("Rss:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
            return (elapsed.TotalMilliseconds, double.Parse(resident, CultureInfo.InvariantCulture));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    // A connection that is refused costs microseconds, so what is waited too long is a fraction of a millisecond.
    private static async Task<Socket> ConnectAsync(int port, Process process, CancellationToken token)
    {
        while (true)
        {
            token.ThrowIfCancellationRequested();
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(IPAddress.Loopback, port);
                return socket;
            }
            catch (SocketException) when (!process.HasExited)
            {
                socket.Dispose();
                await Task.Delay(1, token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
