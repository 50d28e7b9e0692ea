using System.Diagnostics;

namespace Jero.Loopback.Probes;

/// <summary>From the client's RST to the end of the source's finally block.</summary>
internal static class ResetProbe
{
    private const int Rounds = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        Report.Table(
            "RST to source closed",
            ["", "rounds", "least ms", "median ms", "p95 ms", "most ms"],
            [
                await MeasureAsync(server, "Jero SSE", "/jero/idle", token),
                await MeasureAsync(server, "ASP.NET Core TypedResults.ServerSentEvents of SseItem", "/aspnet/idle/event", token),
            ]);
    }

    private static async Task<string[]> MeasureAsync(ServerProcess server, string name, string path, CancellationToken token)
    {
        var times = new List<double>();
        for (var i = -10; i < Rounds; i++)
        {
            using var connection = await Connection.OpenAsync(server.Port, token);
            await connection.GetAsync(path, token);
            await connection.UntilAsync("data:", token);

            // Let the server come to rest, as a stream that is left is.
            await Task.Delay(20, token);
            var reset = connection.Reset();
            var closed = await ClosedAsync(server, token);
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(reset, closed).TotalMilliseconds);
            }
        }

        var sample = new Sample(times);
        return
        [
            name, $"{Rounds}", Report.Number(sample.Least, "0.0"), Report.Number(sample.Median, "0.0"), Report.Number(sample.Quantile(0.95), "0.0"),
            Report.Number(sample.Most, "0.0"),
        ];
    }

    private static async Task<long> ClosedAsync(ServerProcess server, CancellationToken token)
    {
        var asked = Stopwatch.GetTimestamp();
        long closed;
        while ((closed = await server.AskAsync("/control/closed", token)) == 0)
        {
            if (Stopwatch.GetElapsedTime(asked) > Patience)
            {
                throw new TimeoutException($"The source is still open after {Patience}.");
            }

            await Task.Delay(5, token);
        }

        return closed;
    }
}
