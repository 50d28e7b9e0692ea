namespace Jero.Loopback.Probes;

/// <summary>What the server's process allocates for one more item of a stream over a real connection, Kestrel's part included.</summary>
internal static class AllocationsProbe
{
    private const int Few = 50_000;
    private const int Many = 550_000;
    private const int Rounds = 5;

    private static readonly (string Name, string Path)[] Sides =
    [
        ("ready-made bytes, copied row by row", "/ready/row"),
        ("writer by hand", "/hand/row"),
        ("Jero NDJSON", "/jero/row"),
        ("Jero SSE", "/jero/row/events"),
        ("System.Text.Json, source generated, loop by hand", "/stj/row"),
        ("ASP.NET Core IAsyncEnumerable (JSON array)", "/aspnet/row"),
        ("ASP.NET Core TypedResults.ServerSentEvents", "/aspnet/row/events"),
        ("FastEndpoints EventStreamAsync", "/fast/row/events"),
    ];

    public static async Task RunAsync(CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        using var drain = new Drain(server.Port);
        var rows = new List<string[]>();
        foreach (var (name, path) in Sides)
        {
            var perItem = new List<double>();
            await AllocatedAsync(server, drain, path, Many, token);
            for (var i = 0; i < Rounds; i++)
            {
                var few = await AllocatedAsync(server, drain, path, Few, token);
                var many = await AllocatedAsync(server, drain, path, Many, token);
                perItem.Add((many - few) / (double)(Many - Few));
            }

            var sample = new Sample(perItem);
            rows.Add([name, Report.Number(sample.Median, "0.000"), Report.Number(sample.Least, "0.000"), Report.Number(sample.Most, "0.000")]);
        }

        Report.Table($"Bytes allocated per item, {Rounds} rounds", ["", "median", "least", "most"], rows);
    }

    private static async Task<long> AllocatedAsync(ServerProcess server, Drain drain, string path, int count, CancellationToken token)
    {
        var before = await server.AskAsync("/control/allocated", token);
        drain.Read($"{path}?count={count}");
        return await server.AskAsync("/control/allocated", token) - before;
    }
}
