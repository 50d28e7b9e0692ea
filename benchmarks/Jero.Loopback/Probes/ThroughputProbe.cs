using System.Diagnostics;

namespace Jero.Loopback.Probes;

/// <summary>Items a second to one client that reads as fast as it can; server and client share the machine.</summary>
internal static class ThroughputProbe
{
    private const int Count = 1_000_000;
    private const int Rounds = 9;
    private const string Limit = "ready-made bytes, copied row by row (the limit)";

    public static readonly (string Name, string Path)[] Sides =
    [
        (Limit, "/ready/ndjson"),
        ("Jero NDJSON", "/jero/ndjson"),
        ("System.Text.Json, source generated, loop by hand", "/stj/ndjson"),
        ("ASP.NET Core IAsyncEnumerable (JSON array)", "/aspnet/array"),
        ("Jero SSE", "/jero/sse"),
        ("ASP.NET Core TypedResults.ServerSentEvents", "/aspnet/sse"),
    ];

    private static readonly byte[] Buffer = new byte[256 * 1024];

    public static async Task RunAsync(CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        var rates = Sides.ToDictionary(side => side.Name, _ => new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            foreach (var (name, path) in Sides)
            {
                var started = Stopwatch.GetTimestamp();
                await ReadAsync(server, path, Count, token);
                if (round >= 0)
                {
                    rates[name].Add(Count / Stopwatch.GetElapsedTime(started).TotalSeconds);
                }
            }
        }

        var samples = rates.ToDictionary(rate => rate.Key, rate => new Sample(rate.Value));
        Report.Table(
            $"Throughput, {Count} rows, {Rounds} interleaved rounds",
            ["", "median items/s", "least", "most", "ratio to the limit, median of the rounds'"],
            samples.Select(side => new[]
            {
                side.Key,
                Report.Number(side.Value.Median, "0,0"),
                Report.Number(side.Value.Least, "0,0"),
                Report.Number(side.Value.Most, "0,0"),
                Report.Number(Ratio(side.Key, Limit), "0.00"),
            }));
        Console.WriteLine($"\nJero NDJSON to the loop by hand: {Report.Number(Ratio(Sides[1].Name, Sides[2].Name), "0.00")}, "
            + $"to ASP.NET Core's array: {Report.Number(Ratio(Sides[1].Name, Sides[3].Name), "0.00")}. "
            + $"Jero SSE to ASP.NET Core's: {Report.Number(Ratio(Sides[4].Name, Sides[5].Name), "0.00")}.");

        // Of each round's own pair, since what else the machine does changes between rounds.
        double Ratio(string name, string other) => new Sample(rates[name].Zip(rates[other], (a, b) => a / b)).Median;
    }

    public static async Task ReadAsync(ServerProcess server, string path, int count, CancellationToken token)
    {
        using var connection = await Connection.OpenAsync(server.Port, token);
        await connection.GetAsync($"{path}?count={count}", token, "Connection: close\r\n");
        var bytes = await connection.DrainAsync(Buffer, token);
        if (bytes < count * 50L)
        {
            throw new InvalidOperationException($"{path} sent only {bytes} bytes for {count} items.");
        }
    }
}
