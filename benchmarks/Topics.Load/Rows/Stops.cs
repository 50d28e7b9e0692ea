using System.Diagnostics;
using Topics.Load.Clients;

namespace Topics.Load.Rows;

/// <summary>SIGTERM with many streams open.</summary>
internal static class Stops
{
    public static async Task RunAsync(int streams, int rounds, CancellationToken token)
    {
        // ASP.NET Core's streams do not hear of a stop: they are cut off after 30 s, which need not be seen more than once.
        var sides = new (Side Side, int Streams, int Rounds)[]
        {
            (Side.All[0], streams, rounds),
            (Side.All[2], streams, rounds),
            (Side.All[0], 0, rounds),
        };
        var results = sides.Select(static _ => new List<(double Clients, double Process)>()).ToArray();
        for (var i = 0; i < rounds; i++)
        {
            foreach (var j in Side.InTurns(Enumerable.Range(0, sides.Length).ToArray(), i))
            {
                results[j].Add(await MeasureAsync(sides[j].Side, sides[j].Streams, token));
            }
        }

        Report.Table(
            $"SIGTERM, {rounds} rounds",
            ["", "streams", "s until every client has the end", "s until the process is gone"],
            sides.Select((side, i) => new[]
            {
                side.Side.Name,
                $"{side.Streams:N0}",
                side.Streams == 0 ? "" : Spread.Of(results[i].Select(static round => round.Clients), "0.00"),
                Spread.Of(results[i].Select(static round => round.Process), "0.00"),
            }));
    }

    private static async Task<(double Clients, double Process)> MeasureAsync(Side side, int streams, CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        using var crowd = Crowd.Open(server.Port, side.Path, streams);
        await Task.Delay(1_000, token);
        var started = Stopwatch.GetTimestamp();
        var ending = server.TerminateAsync(token);
        crowd.UntilEnded();
        var clients = Stopwatch.GetElapsedTime(started);
        return (clients.TotalSeconds, (await ending).TotalSeconds);
    }
}
