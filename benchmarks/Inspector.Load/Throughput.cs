namespace Inspector.Load;

/// <summary>
/// What a stream costs the server with an inspector at which nobody looks, and without one. The apps take turns of a tenth of a second, so
/// that what else the machine does meets all of them; the app without an inspector is there twice, and says how much is chance.
/// </summary>
internal static class Throughput
{
    private const int WarmUp = 20;

    public static async Task MeasureAsync(string path, int rounds)
    {
        await using var server = await ServerProcess.StartAsync();
        var (mapped, control) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < rounds; round++)
        {
            var times = await RunRoundAsync(server, path, round + WarmUp);
            if (round >= 0)
            {
                control.Add(times[1] / times[0]);
                mapped.Add(2 * times[2] / (times[0] + times[1]));
            }
        }

        Console.WriteLine($"{path}, {rounds} rounds");
        Console.WriteLine($"  processor time, mapped to not mapped:     {Describe(mapped)}");
        Console.WriteLine($"  processor time, not mapped to not mapped: {Describe(control)}");
        Console.WriteLine($"  allocated by a request:                   {string.Join(", ", await AllocatedAsync(server, path))} bytes, the last with the inspector");
    }

    private static async Task<double[]> RunRoundAsync(ServerProcess server, string path, int round)
    {
        var times = new double[server.Apps.Length];
        for (var place = 0; place < times.Length; place++)
        {
            // Nobody always comes first.
            var app = (place + round) % times.Length;
            var before = await server.AskAsync("/cpu");
            await ReadAsync(server.Apps[app], path);
            times[app] = await server.AskAsync("/cpu") - before;
        }

        return times;
    }

    private static async Task<IEnumerable<string>> AllocatedAsync(ServerProcess server, string path)
    {
        var allocated = server.Apps.Select(static _ => new List<double>()).ToArray();
        for (var turn = 0; turn < 11; turn++)
        {
            for (var app = 0; app < allocated.Length; app++)
            {
                var before = await server.AskAsync("/allocated");
                await ReadAsync(server.Apps[app], path);
                allocated[app].Add(await server.AskAsync("/allocated") - before);
            }
        }

        return allocated.Select(static bytes => $"{Median(bytes):N0}");
    }

    private static async Task ReadAsync(HttpClient app, string path)
    {
        await using var body = await app.GetStreamAsync(path);
        await body.CopyToAsync(Stream.Null);
    }

    // The error of the median, as that of normal ones: by the quarters, which a disturbed round does not move.
    private static string Describe(List<double> ratios)
    {
        var ordered = ratios.Order().ToList();
        var (low, high) = (ordered[ordered.Count / 4], ordered[3 * ordered.Count / 4]);
        var error = 1.25 * (high - low) / 1.35 / Math.Sqrt(ordered.Count);
        return $"median {Median(ratios):F4} ± {error:F4}; half of them from {low:F3} to {high:F3}";
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
