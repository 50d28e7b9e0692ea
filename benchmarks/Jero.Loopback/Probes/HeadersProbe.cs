using System.Diagnostics;

namespace Jero.Loopback.Probes;

/// <summary>From the request to the end of the headers, where the source's first item takes 3 s.</summary>
internal static class HeadersProbe
{
    private const int Rounds = 100;
    private const int SlowRounds = 3;

    public static async Task RunAsync(CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        Report.Table(
            "Request to headers, first item after 3 s",
            ["", "rounds", "first request ms", "median ms", "p95 ms", "most ms"],
            [
                await MeasureAsync(server, "Jero SSE", "/jero/slow/sse", Rounds, token),
                await MeasureAsync(server, "Jero NDJSON with a lifecycle", "/jero/slow/ndjson", Rounds, token),
                await MeasureAsync(server, "ASP.NET Core TypedResults.ServerSentEvents", "/aspnet/slow/sse", SlowRounds, token),
            ]);

        using var connection = await Connection.OpenAsync(server.Port, token);
        var sent = await connection.GetAsync("/jero/slow/sse", token);
        var item = Stopwatch.GetElapsedTime(sent, await connection.UntilAsync("data:", token));
        Console.WriteLine($"\nThe first item came after {Report.Number(item.TotalSeconds, "0.00")} s.");
    }

    private static async Task<string[]> MeasureAsync(ServerProcess server, string name, string path, int rounds, CancellationToken token)
    {
        var first = await OnceAsync(server, path, token);
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            times.Add(await OnceAsync(server, path, token));
        }

        var sample = new Sample(times);
        return
        [
            name, $"{rounds}", Report.Number(first, "0.0"), Report.Number(sample.Median, "0.00"), Report.Number(sample.Quantile(0.95), "0.00"),
            Report.Number(sample.Most, "0.00"),
        ];
    }

    private static async Task<double> OnceAsync(ServerProcess server, string path, CancellationToken token)
    {
        using var connection = await Connection.OpenAsync(server.Port, token);
        var sent = await connection.GetAsync(path, token);
        var headers = await connection.UntilAsync("\r\n\r\n", token);
        connection.Reset();
        return Stopwatch.GetElapsedTime(sent, headers).TotalMilliseconds;
    }
}
