using System.Globalization;
using Telemetry.Tests.Receiving;

namespace Telemetry.Tests;

/// <summary>The table of docs/operating.md, from what was exported.</summary>
internal static class Report
{
    public static void Write(IReadOnlyList<Point> points, ITestOutputHelper output)
    {
        output.WriteLine("route open items MiB first-item-p50 first-item-p95 stalls stall-seconds ended");
        var open = points.Where(static point => point.Metric == "jero.streams.active").ToArray();
        foreach (var route in open.Select(static point => point.Route).Distinct().Order(StringComparer.Ordinal))
        {
            var own = points.Where(point => point.Route == route).ToLookup(static point => point.Metric);
            var first = own["jero.stream.time_to_first_item"].ToArray();
            var stalls = own["jero.stream.stall.duration"].ToArray();
            var mebibytes = Sum(own["jero.stream.bytes"]) / (1024 * 1024);
            var ended = own["jero.stream.duration"].Select(static point => $"{point.Count} {point.Attributes["jero.stop_reason"]}");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{route} {Sum(own["jero.streams.active"])} {Sum(own["jero.stream.items"])} {mebibytes:F2} "
                + $"{Point.Quantile(0.5, first):F4} {Point.Quantile(0.95, first):F4} "
                + $"{stalls.Sum(static point => (long)point.Count)} {Sum(stalls):F2} {string.Join(", ", ended)}"));
        }
    }

    private static double Sum(IEnumerable<Point> points) => points.Sum(static point => point.Value);
}
