using System.Globalization;

namespace Topics.Load.Rows;

/// <summary>Publishing to one of many subjects, each with a subscriber.</summary>
internal static class Subjects
{
    private static readonly (string Name, string Hub)[] Hubs =
    [
        ("`Topic<T>`", "topic"),
        ("channels by subject in a `ConcurrentDictionary`", "dictionary"),
        ("channels under one lock, each asked", "asked"),
    ];

    public static async Task RunAsync(int[] sizes, int publications, int rounds, CancellationToken token)
    {
        var results = new Dictionary<(string Hub, int Subscribers), List<(double Median, double P99, long Woken)>>();
        for (var i = 0; i < rounds; i++)
        {
            foreach (var subscribers in sizes)
            {
                foreach (var (_, hub) in Side.InTurns(Hubs, i))
                {
                    using var server = await ServerProcess.StartAsync(token);
                    var answer = await server.ReadAsync($"/control/subjects?hub={hub}&subscribers={subscribers}&publications={publications}", token);
                    var numbers = answer.Split(',').Select(static number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
                    var times = new Sample(numbers.Skip(1).Select(static time => time / 1_000.0));
                    if (!results.TryGetValue((hub, subscribers), out var list))
                    {
                        results[(hub, subscribers)] = list = [];
                    }

                    list.Add((times.Median, times.Quantile(0.99), numbers[0]));
                }
            }
        }

        Report.Table(
            $"Publishing to one of many subjects, a subscriber each: {publications:N0} publications, {rounds} rounds",
            ["", "subjects", "p50 µs", "p99 µs", "woken a publication"],
            from hub in Hubs
            from subscribers in sizes
            let all = results[(hub.Hub, subscribers)]
            select new[]
            {
                hub.Name,
                subscribers.ToString("N0", CultureInfo.InvariantCulture),
                Spread.Of(all.Select(static round => round.Median), "0.0"),
                Spread.Of(all.Select(static round => round.P99), "0.0"),
                Report.Number(all.Average(static round => round.Woken) / publications, "0.00"),
            });
    }
}
