using System.Diagnostics;

namespace Jero.Loopback.Probes;

/// <summary>Many streams and few events: how long one event takes to all of them, and what a steady trickle costs.</summary>
internal static class FanOutProbe
{
    private const int Streams = 1_000;
    private const int Publications = 30;
    private const int WarmUp = 10;
    private const int PerSecond = 1_000;
    private const int Seconds = 5;
    private const int Rounds = 3;

    private static readonly (string Name, string Path)[] Sides =
    [
        ("Jero SSE", "/jero/ticks"),
        ("ASP.NET Core TypedResults.ServerSentEvents", "/aspnet/ticks"),
        ("FastEndpoints EventStreamAsync", "/fast/ticks"),
    ];

    public static async Task RunAsync(CancellationToken token)
    {
        var latencies = Sides.Select(static _ => new List<double>()).ToArray();
        var costs = Sides.Select(static _ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Sides.Length; i++)
            {
                using var server = await ServerProcess.StartAsync(token);
                using var held = await HeldStreams.OpenAsync(server, Sides[i].Path, Streams, token);
                latencies[i].AddRange(await PublishAsync(server, held, token));
                costs[i].Add(await DripAsync(server, held, token));
            }
        }

        Report.Table(
            $"One event to {Streams} streams, {Publications * Rounds} times; and {PerSecond} events a second spread over them for {Seconds} s, {Rounds} rounds",
            ["", "publication to client, p50 ms", "p99 ms", "most ms", $"server's processor time per {PerSecond} events, ms", "least", "most"],
            Sides.Select((side, i) =>
            {
                var latency = new Sample(latencies[i]);
                var cost = new Sample(costs[i]);
                return new[]
                {
                    side.Name, Report.Number(latency.Median, "0.00"), Report.Number(latency.Quantile(0.99), "0.00"), Report.Number(latency.Most, "0.00"),
                    Report.Number(cost.Median, "0.0"), Report.Number(cost.Least, "0.0"), Report.Number(cost.Most, "0.0"),
                };
            }));
    }

    private static async Task<List<double>> PublishAsync(ServerProcess server, HeldStreams held, CancellationToken token)
    {
        var latencies = new List<double>();
        for (var i = -WarmUp; i < Publications; i++)
        {
            // Listening first: all are waiting when the event comes.
            var reading = held.NextTicksAsync(token);
            await server.AskAsync("/control/publish", token);
            var ticks = await reading;
            if (i >= 0)
            {
                latencies.AddRange(ticks.Select(static tick => Stopwatch.GetElapsedTime(tick.At, tick.Seen).TotalMilliseconds));
            }
        }

        return latencies;
    }

    private static async Task<double> DripAsync(ServerProcess server, HeldStreams held, CancellationToken token)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var reading = held.ReadOnAsync(stop.Token);
        await server.AskAsync($"/control/drip?perSecond={PerSecond}&seconds=1", token);
        var before = server.ProcessorTime();
        var sent = await server.AskAsync($"/control/drip?perSecond={PerSecond}&seconds={Seconds}", token);
        var cost = (server.ProcessorTime() - before).TotalMilliseconds * PerSecond / sent;
        await stop.CancelAsync();
        await reading;
        return cost;
    }
}
