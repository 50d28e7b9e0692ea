using System.Diagnostics;

namespace Jero.Loopback.Probes;

/// <summary>Items a second to one client that reads as fast as it can; server and client share the machine.</summary>
internal static class ThroughputProbe
{
    private const int Rounds = 9;
    private const int WarmUp = 3;
    private static readonly string[] Items = ["row", "movie", "remark", "wide", "order"];
    private static readonly string[] EventItems = ["row", "movie"];

    private static readonly (string Name, string Route)[] Lines =
    [
        ("ready-made bytes, copied item by item (the limit)", "/ready/{0}"),
        ("writer by hand", "/hand/{0}"),
        ("Jero NDJSON", "/jero/{0}"),
        ("System.Text.Json, source generated, loop by hand", "/stj/{0}"),
        ("ASP.NET Core IAsyncEnumerable (JSON array)", "/aspnet/{0}"),
    ];

    private static readonly (string Name, string Route)[] Events =
    [
        ("Jero SSE", "/jero/{0}/events"),
        ("ASP.NET Core TypedResults.ServerSentEvents", "/aspnet/{0}/events"),
        ("FastEndpoints EventStreamAsync", "/fast/{0}/events"),
    ];

    public static async Task RunAsync(CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        using var drain = new Drain(server.Port);
        foreach (var item in Items)
        {
            CheckSameBytes(drain, Lines[..^1], item);
            Compare(server, drain.Read, $"NDJSON of {item}", Lines, item, item is "row" or "movie" ? 1_000_000 : 300_000, Rounds, token);
        }

        foreach (var item in EventItems)
        {
            Compare(server, drain.Read, $"server-sent events of {item}", Events, item, 200_000, Rounds, token);
        }
    }

    /// <summary>Compares each side's bytes, so that nobody is faster by sending something else.</summary>
    public static void CheckSameBytes(Drain drain, (string Name, string Route)[] sides, string item)
    {
        var texts = sides.Select(side => Dechunk(drain.ReadText($"{string.Format(null, side.Route, item)}?count=1500"))).ToList();
        if (texts.Any(text => text != texts[0] || text.Length < 1500 * 20))
        {
            throw new InvalidOperationException($"The sides send different bytes for {item}.");
        }
    }

    private static string Dechunk(string body) =>
        string.Concat(body.Split("\r\n").Where(static part => !part.All(char.IsAsciiHexDigit)));

    /// <summary>Measures all sides in turns, in the other order every second round.</summary>
    /// <param name="server">The server.</param>
    /// <param name="read">Reads what is at a path to its end; how many bytes there were.</param>
    /// <param name="what">The title of the table.</param>
    /// <param name="sides">Their names, of which one begins with <c>Jero</c>, and routes.</param>
    /// <param name="item">The part of the route for the item.</param>
    /// <param name="count">How many items.</param>
    /// <param name="rounds">How many rounds count.</param>
    /// <param name="token">Gives up.</param>
    /// <param name="leastBytes">Less than these an item is not what was asked for.</param>
    public static void Compare(
        ServerProcess server, Func<string, long> read, string what, (string Name, string Route)[] sides, string item, int count, int rounds,
        CancellationToken token, int leastBytes = 20)
    {
        var rates = sides.Select(static _ => new List<double>()).ToArray();
        var costs = sides.Select(static _ => new List<double>()).ToArray();
        for (var round = -WarmUp; round < rounds; round++)
        {
            foreach (var i in round % 2 == 0 ? Enumerable.Range(0, sides.Length) : Enumerable.Range(0, sides.Length).Reverse())
            {
                token.ThrowIfCancellationRequested();
                var processorBefore = server.ProcessorTime();
                var started = Stopwatch.GetTimestamp();
                var bytes = read($"{string.Format(null, sides[i].Route, item)}?count={count}");
                var elapsed = Stopwatch.GetElapsedTime(started);
                var processor = server.ProcessorTime() - processorBefore;
                if (bytes < count * (long)leastBytes)
                {
                    throw new InvalidOperationException($"{sides[i].Name} sent only {bytes} bytes for {count} items.");
                }

                if (round >= 0)
                {
                    rates[i].Add(count / elapsed.TotalSeconds);
                    costs[i].Add(processor.TotalNanoseconds / count);
                }
            }
        }

        var jero = Array.FindIndex(sides, static side => side.Name.StartsWith("Jero", StringComparison.Ordinal));
        Report.Table(
            $"Throughput, {what}, {count} items, {rounds} interleaved rounds",
            ["", "median items/s", "least", "most", "Jero to it", "server's processor time, ns an item", "it to Jero"],
            sides.Select((side, i) =>
            {
                var rate = new Sample(rates[i]);

                // Of each round's own pair, since what else the machine does changes between rounds.
                var ratio = new Sample(rates[jero].Zip(rates[i], static (a, b) => a / b)).Median;
                var cost = new Sample(costs[i].Zip(costs[jero], static (a, b) => a / b)).Median;
                return new[]
                {
                    side.Name, Report.Number(rate.Median, "0,0"), Report.Number(rate.Least, "0,0"), Report.Number(rate.Most, "0,0"),
                    Report.Number(ratio, "0.00"), Report.Number(new Sample(costs[i]).Median, "0"), Report.Number(cost, "0.00"),
                };
            }));
    }
}
