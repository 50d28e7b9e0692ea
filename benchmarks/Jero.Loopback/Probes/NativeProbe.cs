using System.Diagnostics;

namespace Jero.Loopback.Probes;

/// <summary>The server of benchmarks/Jero.Native, compiled in several ways: items a second to one client, in turns.</summary>
internal static class NativeProbe
{
    private const int Rounds = 15;

    // The JIT compiles its last version of a loop only after it has run for a while.
    private const int WarmUp = 5;
    private const int Count = 1_000_000;
    private static readonly string[] Items = ["row", "movie"];

    /// <param name="programs">What was built and published; the first is what the others are compared with.</param>
    /// <param name="token">Gives up.</param>
    public static async Task RunAsync(string[] programs, CancellationToken token)
    {
        var servers = new List<ServerProcess>();
        try
        {
            foreach (var program in programs)
            {
                servers.Add(await ServerProcess.StartAsync(Path.GetFullPath(program), token));
            }

            foreach (var item in Items)
            {
                Compare(programs, servers, item, token);
            }
        }
        finally
        {
            servers.ForEach(static server => server.Dispose());
        }
    }

    private static void Compare(string[] programs, List<ServerProcess> servers, string item, CancellationToken token)
    {
        var drains = servers.ConvertAll(static server => new Drain(server.Port));
        var rates = programs.Select(static _ => new List<double>()).ToArray();
        var costs = programs.Select(static _ => new List<double>()).ToArray();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            foreach (var i in round % 2 == 0 ? Enumerable.Range(0, programs.Length) : Enumerable.Range(0, programs.Length).Reverse())
            {
                token.ThrowIfCancellationRequested();
                var before = servers[i].ProcessorTime();
                var started = Stopwatch.GetTimestamp();
                var bytes = drains[i].Read($"/{item}?count={Count}");
                var elapsed = Stopwatch.GetElapsedTime(started);
                var processor = servers[i].ProcessorTime() - before;
                if (bytes < Count * 20L)
                {
                    throw new InvalidOperationException($"{programs[i]} sent only {bytes} bytes for {Count} items.");
                }

                if (round >= 0)
                {
                    rates[i].Add(Count / elapsed.TotalSeconds);
                    costs[i].Add(processor.TotalNanoseconds / Count);
                }
            }
        }

        drains.ForEach(static drain => drain.Dispose());
        Report.Table(
            $"NDJSON of {item}, {Count} items, {Rounds} interleaved rounds",
            ["", "median items/s", "least", "most", "it to the first", "server's processor time, ns an item", "the first to it"],
            programs.Select((program, i) =>
            {
                var rate = new Sample(rates[i]);

                // Of each round's own pair, since what else the machine does changes between rounds.
                var ratio = new Sample(rates[i].Zip(rates[0], static (a, b) => a / b));
                var cost = new Sample(costs[0].Zip(costs[i], static (a, b) => a / b));
                return new[]
                {
                    program, Report.Number(rate.Median, "0,0"), Report.Number(rate.Least, "0,0"), Report.Number(rate.Most, "0,0"),
                    $"{Report.Number(ratio.Median, "0.00")} ({Report.Number(ratio.Least, "0.00")} to {Report.Number(ratio.Most, "0.00")})",
                    Report.Number(new Sample(costs[i]).Median, "0"),
                    $"{Report.Number(cost.Median, "0.00")} ({Report.Number(cost.Least, "0.00")} to {Report.Number(cost.Most, "0.00")})",
                };
            }));
    }
}
