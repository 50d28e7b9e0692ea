using System.Globalization;
using Telemetry.Tests.Receiving;

namespace Telemetry.Tests;

/// <summary>The tables of docs/operating.md, from what was exported.</summary>
internal static class Report
{
    public static void Write(IReadOnlyList<Point> points, ITestOutputHelper output)
    {
        output.WriteLine("route open items MiB first-item-p50 first-item-p95 stalls stall-seconds ended");
        foreach (var route in points.Where(static point => point.Metric == "jero.streams.active").GroupBy(static point => (string)point.Attributes["http.route"]).OrderBy(static each => each.Key))
        {
            var own = points.Where(point => Equals(point.Attributes.GetValueOrDefault("http.route"), route.Key)).ToLookup(static point => point.Metric);
            var first = own["jero.stream.time_to_first_item"].ToArray();
            var stalls = own["jero.stream.stall.duration"].ToArray();
            var ended = own["jero.stream.duration"].Select(static point => $"{point.Count} {point.Attributes["jero.stop_reason"]}");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{route.Key} {route.Sum(static point => point.Value)} {own["jero.stream.items"].Sum(static point => point.Value)} "
                + $"{own["jero.stream.bytes"].Sum(static point => point.Value) / (1024 * 1024):F2} "
                + $"{Point.Quantile(0.5, first):F4} {Point.Quantile(0.95, first):F4} "
                + $"{stalls.Sum(static point => (long)point.Count)} {stalls.Sum(static point => point.Value):F2} {string.Join(", ", ended)}"));
        }
    }
}
