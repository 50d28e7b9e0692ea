namespace Jero.Loopback.Probes;

/// <summary>What an idle stream costs the server's process, which is a fresh one for each round.</summary>
internal static class MemoryProbe
{
    private static readonly (int Streams, int Rounds)[] Sizes = [(100, 5), (1_000, 5), (10_000, 3)];

    private static readonly (string Name, string Path)[] Sides =
    [
        ("Kestrel alone: a bare delegate that waits", "/bare/idle"),
        ("Jero SSE", "/jero/idle"),
        ("ASP.NET Core TypedResults.ServerSentEvents", "/aspnet/idle"),
        ("FastEndpoints EventStreamAsync", "/fast/idle"),
    ];

    public static async Task RunAsync(CancellationToken token)
    {
        foreach (var (streams, rounds) in Sizes)
        {
            await CompareAsync(streams, rounds, token);
        }
    }

    private static async Task CompareAsync(int streams, int rounds, CancellationToken token)
    {
        var measured = Sides.ToDictionary(side => side.Name, _ => new List<(double Before, double After, double Live)>());
        for (var i = 0; i < rounds; i++)
        {
            foreach (var (name, path) in Sides)
            {
                measured[name].Add(await MeasureAsync(path, streams, token));
            }
        }

        Report.Table(
            $"Memory per idle stream, KiB, {streams} held, median (least to most) of {rounds} processes",
            ["", "resident", "resident after a full collection", "live managed objects"],
            measured.Select(side => new[]
            {
                side.Key,
                Text(side.Value.Select(round => round.Before)),
                Text(side.Value.Select(round => round.After)),
                Text(side.Value.Select(round => round.Live)),
            }));
    }

    private static async Task<(double Before, double After, double Live)> MeasureAsync(string path, int streams, CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);

        // So that code and pools of the first streams are not counted.
        (await HeldStreams.OpenAsync(server, path, 100, token)).Dispose();
        await Task.Delay(500, token);
        var liveBefore = await server.AskAsync("/control/collect", token);
        var before = await server.ResidentAsync(token);

        using var held = await HeldStreams.OpenAsync(server, path, streams, token);
        await Task.Delay(1_000, token);
        var idle = await server.ResidentAsync(token);
        var live = await server.AskAsync("/control/collect", token);
        var collected = await server.ResidentAsync(token);
        return (PerStream(idle - before), PerStream(collected - before), PerStream(live - liveBefore));

        double PerStream(long bytes) => bytes / 1024.0 / streams;
    }

    private static string Text(IEnumerable<double> values)
    {
        var sample = new Sample(values);
        return $"{Report.Number(sample.Median, "0.0")} ({Report.Number(sample.Least, "0.0")} to {Report.Number(sample.Most, "0.0")})";
    }
}
