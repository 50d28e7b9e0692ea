using System.Text.Json;
using Items;
using Jero.Generated;
using Jero.Loopback.Server;

namespace Jero.Loopback.Probes;

/// <summary>A body that is one array of a thousand rows, in process: by Jero, by its metadata alone, and as a minimal API reads it.</summary>
internal static class BodyProbe
{
    private const int Count = 1_000;
    private const int Bodies = 60;
    private const int Rounds = 21;
    private const int WarmUp = 4;

    public static async Task RunAsync(CancellationToken token)
    {
        var rows = string.Join(',', Enumerable.Range(0, Count).Select(static i => JsonSerializer.Serialize(Ready.Rows.At(i), SystemTextJson.Default.Row)));
        var body = new BlocksReader(System.Text.Encoding.UTF8.GetBytes($"[{rows}]"));
        await using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        (string Name, Func<ValueTask<List<Row>?>> Read)[] sides =
        [
            ("Jero, `List<Row>` of a handler", () => Binder(services, body).JsonAsync<List<Row>?>("rows", JeroJson.Options, usual: default(ListReader<Row, JeroJson.Items_Row>).TryRead)),
            ("the same by the metadata alone", () => Binder(services, body).JsonAsync<List<Row>?>("rows", JeroJson.Options)),
            ("`ReadFromJsonAsync<List<Row>>`", () => ReadingProbe.Context(services, body, "application/json").Request.ReadFromJsonAsync(SystemTextJson.Default.ListRow, token)),
        ];
        var costs = sides.Select(static _ => new List<double>()).ToArray();
        var allocated = new double[sides.Length];
        for (var round = -WarmUp; round < Rounds; round++)
        {
            foreach (var i in round % 2 == 0 ? Enumerable.Range(0, sides.Length) : Enumerable.Range(0, sides.Length).Reverse())
            {
                token.ThrowIfCancellationRequested();
                GC.Collect();
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var processorBefore = ProcessorTime.Of(Environment.ProcessId);
                for (var k = 0; k < Bodies; k++)
                {
                    body.Rewind();
                    var read = await sides[i].Read();
                    if (read is not { Count: Count } || read[^1] != Ready.Rows.At(Count - 1))
                    {
                        throw new InvalidOperationException($"{sides[i].Name} read something else.");
                    }
                }

                var processor = ProcessorTime.Of(Environment.ProcessId) - processorBefore;
                allocated[i] = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Count * Bodies);
                if (round >= 0)
                {
                    costs[i].Add(processor.TotalNanoseconds / (Count * Bodies));
                }
            }
        }

        Report.Table(
            $"A body of {Count} rows as one array, in process, {Rounds} interleaved rounds of {Bodies}",
            ["", "processor time, median ns an item", "least", "most", "it to Jero, median of each round's pair", "least", "most", "bytes allocated an item"],
            sides.Select((side, i) =>
            {
                var cost = new Sample(costs[i]);
                var ratio = new Sample(costs[i].Zip(costs[0], static (a, b) => a / b));
                return new[]
                {
                    side.Name, Report.Number(cost.Median, "0"), Report.Number(cost.Least, "0"), Report.Number(cost.Most, "0"),
                    Report.Number(ratio.Median, "0.00"), Report.Number(ratio.Least, "0.00"), Report.Number(ratio.Most, "0.00"), Report.Number(allocated[i], "0.0"),
                };
            }));
    }

    private static RequestBinder Binder(IServiceProvider services, BlocksReader body) => new(ReadingProbe.Context(services, body, "application/json"));
}
