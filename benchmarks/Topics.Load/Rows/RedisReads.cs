using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;
using Topics.Load.Clients;

namespace Topics.Load.Rows;

/// <summary>Clients that are all far behind, on a fresh node before a real Redis: how often the node reads the log.</summary>
internal static class RedisReads
{
    public static async Task RunAsync(int events, int[] crowds, CancellationToken token)
    {
        var port = FreePort();
        using var redis = StartRedis(port);
        try
        {
            await using var connection = await ConnectAsync(port, token);
            var oldest = await FillAsync(port, events, token);
            var rows = new List<string[]>();
            foreach (var (what, retainBytes) in new[] { ("all of it in memory", 64 * 1024 * 1024), ("the newest 256 KiB in memory", 256 * 1024) })
            {
                foreach (var clients in crowds.Prepend(0))
                {
                    rows.Add([what, $"{clients}", .. await MeasureAsync(connection, port, oldest, events, clients, retainBytes, token)]);
                }
            }

            Report.Table(
                $"Redis: a node that starts, and clients that are {events:N0} events behind",
                ["what the node keeps", "clients", "`XRANGE` calls", "MB from Redis", "s until all clients have all"], rows);
        }
        finally
        {
            redis.Kill();
            await redis.WaitForExitAsync(token);
        }
    }

    private static async Task<string> FillAsync(int port, int events, CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token, $"--redis=127.0.0.1:{port}");
        var oldest = await server.ReadAsync("/control/oldest", token);
        await server.ReadAsync($"/control/publish?toTopic=true&count={events}&perSecond=0&isLarge=false", token);
        return oldest;
    }

    private static async Task<string[]> MeasureAsync(
        ConnectionMultiplexer connection, int port, string oldest, int events, int clients, int retainBytes, CancellationToken token)
    {
        var redis = connection.GetServers().Single();
        await redis.ExecuteAsync("CONFIG", "RESETSTAT");
        using var server = await ServerProcess.StartAsync(token, $"--redis=127.0.0.1:{port}", $"--retainBytes={retainBytes}");
        await Task.Delay(1_000, token);
        var started = Stopwatch.GetTimestamp();
        using var crowd = Crowd.Open(server.Port, "/topic", clients, after: oldest);
        crowd.UntilReceived((long)events * clients);
        var took = Stopwatch.GetElapsedTime(started);
        crowd.Check(events);
        var info = (await redis.InfoRawAsync()) ?? "";
        var calls = await redis.InfoRawAsync("commandstats") ?? "";
        return [Number(calls, "cmdstat_xrange:calls=", "0"), Report.Number(double.Parse(Number(info, "total_net_output_bytes:", "0"), CultureInfo.InvariantCulture) / 1e6, "0.0"),
            clients == 0 ? "" : Report.Number(took.TotalSeconds, "0.00")];
    }

    private static string Number(string text, string name, string otherwise)
    {
        var place = text.IndexOf(name, StringComparison.Ordinal);
        return place < 0 ? otherwise : new string([.. text[(place + name.Length)..].TakeWhile(char.IsAsciiDigit)]);
    }

    private static Process StartRedis(int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("redis-server", ["--port", number, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<ConnectionMultiplexer> ConnectAsync(int port, CancellationToken token)
    {
        var options = ConfigurationOptions.Parse($"127.0.0.1:{port},allowAdmin=true,abortConnect=false");
        var connection = await ConnectionMultiplexer.ConnectAsync(options);
        for (var i = 0; i < 100 && !connection.IsConnected; i++)
        {
            await Task.Delay(100, token);
        }

        return connection;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
