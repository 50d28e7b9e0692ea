using System.Diagnostics;
using Topics.Load.Clients;

namespace Topics.Load.Rows;

/// <summary>What a topic keeps, to one client that has seen none of it, beside streams of the same items.</summary>
internal static class Replays
{
    private const int Events = 10_000;

    // An event has the lines of its name, its id and its data, and the blank one.
    private static readonly (string Name, string Path, int Lines, bool IsTopic)[] Sides =
    [
        ("`NDJSONStreamingResponse<T>` of the same items", $"/ready/lines?count={Events}", Events, false),
        ("`Topic<T>.Stream`", "/topic", 4 * Events, true),
        ("`Topic<T>.StreamLines`", "/topic/lines", Events, true),
        ("`SSEResponse<T>` of the same items", $"/ready/events?count={Events}", 4 * Events, false),
        ("`TypedResults.ServerSentEvents` of the same items", $"/ready/aspnet?count={Events}", 4 * Events, false),
    ];

    public static async Task RunAsync(int repetitions, int rounds, CancellationToken token)
    {
        using var server = await ServerProcess.StartAsync(token);
        var oldest = await server.ReadAsync("/control/oldest", token);
        await server.ReadAsync($"/control/publish?toTopic=true&count={Events}&perSecond=0&isLarge=false", token);
        var client = new Replay(server.Port);
        var results = Sides.ToDictionary(static side => side.Name, static _ => new List<(double PerSecond, double Cost)>());
        for (var i = -1; i < rounds; i++)
        {
            foreach (var (name, path, lines, isTopic) in Side.InTurns(Sides, i + 1))
            {
                var before = server.WholeProcessorTime();
                var started = Stopwatch.GetTimestamp();
                for (var j = 0; j < repetitions; j++)
                {
                    client.Read(path, isTopic ? oldest : null, lines);
                }

                var took = Stopwatch.GetElapsedTime(started);
                var used = server.WholeProcessorTime() - before;

                // The first round warms up.
                if (i >= 0)
                {
                    results[name].Add((repetitions * Events / took.TotalSeconds, used.TotalNanoseconds / repetitions / Events));
                }
            }
        }

        var ndjson = results[Sides[0].Name];
        Report.Table(
            $"{Events:N0} events to one client, {repetitions} times a round, {rounds} rounds",
            ["", "events/s", "its throughput to NDJSON's", "server's ns an event"],
            results.Select(side => new[]
            {
                side.Key,
                Spread.Of(side.Value.Select(static round => round.PerSecond), "#,0"),
                side.Value == ndjson ? "" : Spread.Of(side.Value.Zip(ndjson, static (one, other) => one.PerSecond / other.PerSecond), "0.00"),
                Spread.Of(side.Value.Select(static round => round.Cost), "0"),
            }));
    }
}
