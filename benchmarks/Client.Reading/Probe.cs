using System.Diagnostics;

namespace Client.Reading;

/// <summary>Measures sides in turns and prints their table.</summary>
internal static class Probe
{
    private const int WarmUp = 3;

    public static async Task RunAsync(string title, Side[] sides, HttpClient http, int rounds, CancellationToken token)
    {
        var times = sides.Select(static _ => new List<double>()).ToArray();
        var costs = sides.Select(static _ => new List<double>()).ToArray();
        var allocated = sides.Select(static _ => new List<double>()).ToArray();
        for (var round = -WarmUp; round < rounds; round++)
        {
            foreach (var i in round % 2 == 0 ? Enumerable.Range(0, sides.Length) : Enumerable.Range(0, sides.Length).Reverse())
            {
                GC.Collect();
                var processorBefore = ProcessorTime.Of(Environment.ProcessId);
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var started = Stopwatch.GetTimestamp();
                var (count, votes) = await SumAsync(sides[i].Read(http, token));
                var elapsed = Stopwatch.GetElapsedTime(started);
                var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Bodies.Count;
                var processor = ProcessorTime.Of(Environment.ProcessId) - processorBefore;
                if (count != Bodies.Count || votes != 37L * Bodies.Count * (Bodies.Count - 1) / 2)
                {
                    throw new InvalidOperationException($"{sides[i].Name} read only {count} rows.");
                }

                if (round >= 0)
                {
                    allocated[i].Add(bytes);
                    times[i].Add(elapsed.TotalNanoseconds / Bodies.Count);
                    costs[i].Add(processor.TotalNanoseconds / Bodies.Count);
                }
            }
        }

        var item = AllocatedByRows();
        Report.Table(
            $"{title}, {Bodies.Count} rows, {rounds} interleaved rounds",
            ["", "median ns an item", "processor time, median ns an item", "least", "most", "it to that of the generated client, median of each round's pair", "least", "most", "bytes an item beyond the item"],
            sides.Select((side, i) =>
            {
                var cost = new Sample(costs[i]);
                var ratio = new Sample(costs[i].Zip(costs[0], static (a, b) => a / b));
                return new[]
                {
                    side.Name, Report.Number(new Sample(times[i]).Median, "0"),
                    Report.Number(cost.Median, "0"), Report.Number(cost.Least, "0"), Report.Number(cost.Most, "0"),
                    Report.Number(ratio.Median, "0.00"), Report.Number(ratio.Least, "0.00"), Report.Number(ratio.Most, "0.00"), Report.Number(new Sample(allocated[i]).Median - item, "0.0"),
                };
            }));
    }

    // The rows and their texts, which every side has to make.
    private static double AllocatedByRows()
    {
        var texts = Enumerable.Range(0, Bodies.Count).Select(Bodies.Row).ToArray();
        var votes = 0L;
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var row in texts)
        {
            votes += (row with { Name = new string(row.Name.AsSpan()), Note = row.Note is { } note ? new string(note.AsSpan()) : null }).Votes;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return votes > 0 ? bytes / (double)Bodies.Count : throw new UnreachableException();
    }

    private static async Task<(int Count, long Votes)> SumAsync(IAsyncEnumerable<Row?> rows)
    {
        var (count, votes) = (0, 0L);
        await foreach (var row in rows)
        {
            count++;
            votes += row!.Votes;
        }

        return (count, votes);
    }
}
