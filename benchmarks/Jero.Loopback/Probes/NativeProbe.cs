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
        var measured = Turns.Measure(
            [.. servers.Zip(drains, (server, drain) => (server, (Func<long>)(() => drain.Read($"/jero/{item}?count={Count}"))))],
            Count, leastBytes: 20, WarmUp, Rounds, token);
        drains.ForEach(static drain => drain.Dispose());
        Report.Table(
            $"NDJSON of {item}, {Count} items, {Rounds} interleaved rounds",
            ["", "median items/s", "least", "most", "it to the first", "server's processor time, ns an item", "the first to it"],
            programs.Select((program, i) =>
            {
                var rate = new Sample(measured[i].Rates);
                return new[]
                {
                    program, Report.Number(rate.Median, "0,0"), Report.Number(rate.Least, "0,0"), Report.Number(rate.Most, "0,0"),
                    Range(measured[i].RateTo(measured[0])), Report.Number(new Sample(measured[i].Costs).Median, "0"), Range(measured[0].CostTo(measured[i])),
                };
            }));
    }

    private static string Range(Sample ratio) =>
        $"{Report.Number(ratio.Median, "0.00")} ({Report.Number(ratio.Least, "0.00")} to {Report.Number(ratio.Most, "0.00")})";
}
