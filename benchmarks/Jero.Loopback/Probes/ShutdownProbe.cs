namespace Jero.Loopback.Probes;

/// <summary>From SIGTERM to the end of the process, with open event streams.</summary>
internal static class ShutdownProbe
{
    private const int Streams = 100;

    public static async Task RunAsync(CancellationToken token) => Report.Table(
        $"SIGTERM to exit with {Streams} open event streams",
        ["", "rounds", "least ms", "median ms", "most ms"],
        [
            await MeasureAsync("no stream", "/jero/idle", streams: 0, rounds: 5, token),
            await MeasureAsync("Jero SSE", "/jero/idle", Streams, rounds: 10, token),
            await MeasureAsync("ASP.NET Core TypedResults.ServerSentEvents", "/aspnet/idle", Streams, rounds: 1, token),
        ]);

    private static async Task<string[]> MeasureAsync(string name, string path, int streams, int rounds, CancellationToken token)
    {
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            using var server = await ServerProcess.StartAsync(token);
            var held = await HeldStreams.OpenAsync(server, path, streams, token);
            times.Add((await server.TerminateAsync(token)).TotalMilliseconds);
            held.Dispose();
        }

        var sample = new Sample(times);
        return [name, $"{rounds}", Report.Number(sample.Least, "0"), Report.Number(sample.Median, "0"), Report.Number(sample.Most, "0")];
    }
}
