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

    /// <summary>Measures all sides in turns, and prints a table.</summary>
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
        var measured = Turns.Measure(
            [.. sides.Select(side => (server, (Func<long>)(() => read($"{string.Format(null, side.Route, item)}?count={count}"))))],
            count, leastBytes, WarmUp, rounds, token);
        var jero = Array.FindIndex(sides, static side => side.Name.StartsWith("Jero", StringComparison.Ordinal));
        Report.Table(
            $"Throughput, {what}, {count} items, {rounds} interleaved rounds",
            ["", "median items/s", "least", "most", "Jero to it", "server's processor time, ns an item", "it to Jero"],
            sides.Select((side, i) =>
            {
                var rate = new Sample(measured[i].Rates);
                return new[]
                {
                    side.Name, Report.Number(rate.Median, "0,0"), Report.Number(rate.Least, "0,0"), Report.Number(rate.Most, "0,0"),
                    Report.Number(measured[jero].RateTo(measured[i]).Median, "0.00"), Report.Number(new Sample(measured[i].Costs).Median, "0"),
                    Report.Number(measured[i].CostTo(measured[jero]).Median, "0.00"),
                };
            }));
    }
}
