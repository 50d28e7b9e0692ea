using System.Diagnostics;
using System.IO.Pipelines;
using System.Text.Json;
using Items;
using Jero.Generated;
using Jero.Loopback.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Jero.Loopback.Probes;

/// <summary>Items of one body, in process: by Jero, and by what a user would call by hand over the same bytes.</summary>
internal static class ReadingProbe
{
    private const int Count = 100_000;
    private const int Rounds = 21;
    private const int WarmUp = 4;

    // What Jero checks of every body.
    private static readonly SystemTextJson Strict = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    public static async Task RunAsync(CancellationToken token)
    {
        var lines = Ready.Rows.Lines;
        var body = new BlocksReader((byte[])[.. Enumerable.Range(0, Count).SelectMany(i => lines[i % lines.Length])]);
        await using var services = new ServiceCollection().AddOptions().BuildServiceProvider();
        (string Name, Func<IAsyncEnumerable<Row?>> Read)[] sides =
        [
            ("Jero, `IAsyncEnumerable<Row>` of a handler", () => new RequestBinder(Context(services, body, "application/x-ndjson")).Items<Row>("rows", JeroJson.Options, usual: default(JeroJson.Items_Row).TryRead)),
            ("the same by the metadata alone", () => new RequestBinder(Context(services, body, "application/x-ndjson")).Items<Row>("rows", JeroJson.Options)),
            ("`DeserializeAsyncEnumerable<Row>` of the stream", () => JsonSerializer.DeserializeAsyncEnumerable(body.AsStream(leaveOpen: true), SystemTextJson.Default.Row, topLevelValues: true, token)),
            ("the same with Jero's checks: members twice, missing, null", () => JsonSerializer.DeserializeAsyncEnumerable(body.AsStream(leaveOpen: true), Strict.Row, topLevelValues: true, token)),
            ("`DeserializeAsyncEnumerable<Row>` of the pipe", () => JsonSerializer.DeserializeAsyncEnumerable(body, SystemTextJson.Default.Row, topLevelValues: true, token)),
        ];
        var times = sides.Select(static _ => new List<double>()).ToArray();
        var costs = sides.Select(static _ => new List<double>()).ToArray();
        var allocated = new double[sides.Length];
        for (var round = -WarmUp; round < Rounds; round++)
        {
            foreach (var i in round % 2 == 0 ? Enumerable.Range(0, sides.Length) : Enumerable.Range(0, sides.Length).Reverse())
            {
                token.ThrowIfCancellationRequested();
                body.Rewind();
                GC.Collect();
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var processorBefore = ProcessorTime.Of(Environment.ProcessId);
                var started = Stopwatch.GetTimestamp();
                var sum = await SumAsync(sides[i].Read());
                var elapsed = Stopwatch.GetElapsedTime(started);
                var processor = ProcessorTime.Of(Environment.ProcessId) - processorBefore;
                allocated[i] = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Count;
                if (sum.Count != Count || sum.Years == 0)
                {
                    throw new InvalidOperationException($"{sides[i].Name} read only {sum.Count} items.");
                }

                if (round >= 0)
                {
                    times[i].Add(elapsed.TotalNanoseconds / Count);
                    costs[i].Add(processor.TotalNanoseconds / Count);
                }
            }
        }

        Report.Table(
            $"Reading NDJSON of row, in process, {Count} items, {Rounds} interleaved rounds",
            ["", "median ns an item", "processor time, median ns an item", "least", "most", "it to Jero, median of each round's pair", "least", "most", "bytes allocated an item"],
            sides.Select((side, i) =>
            {
                var cost = new Sample(costs[i]);
                var ratio = new Sample(costs[i].Zip(costs[0], static (a, b) => a / b));
                return new[]
                {
                    side.Name, Report.Number(new Sample(times[i]).Median, "0"),
                    Report.Number(cost.Median, "0"), Report.Number(cost.Least, "0"), Report.Number(cost.Most, "0"),
                    Report.Number(ratio.Median, "0.00"), Report.Number(ratio.Least, "0.00"), Report.Number(ratio.Most, "0.00"), Report.Number(allocated[i], "0.0"),
                };
            }));
    }

    private static async Task<(int Count, long Years)> SumAsync(IAsyncEnumerable<Row?> rows)
    {
        var (count, years) = (0, 0L);
        await foreach (var row in rows)
        {
            count++;
            years += row!.Year;
        }

        return (count, years);
    }

    /// <summary>A request whose body is there already.</summary>
    public static DefaultHttpContext Context(IServiceProvider services, PipeReader body, string contentType)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Method = "POST";
        http.Request.ContentType = contentType;
        http.Features.Set<IRequestBodyPipeFeature>(new Body(body));
        return http;
    }

    private sealed record Body(PipeReader Reader) : IRequestBodyPipeFeature;
}
