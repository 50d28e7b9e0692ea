namespace Telemetry.Tests.Receiving;

/// <summary>A point of a metric as it was exported: a number, or a histogram.</summary>
internal sealed record Point(
    string Metric, IReadOnlyDictionary<string, object> Attributes, double Value, ulong Count, double[] Bounds, ulong[] Buckets)
{
    /// <summary>By the fields of opentelemetry/proto/metrics/v1/metrics.proto.</summary>
    public static IEnumerable<Point> Of(ProtoMessage request) =>
        from resource in request.Messages(1)
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        from point in OfMetric(metric)
        select point;

    /// <summary>What tells its series from others.</summary>
    public string Key => $"{Metric} {string.Join(' ', Attributes.OrderBy(static each => each.Key, StringComparer.Ordinal))}";

    public string? Route => Attributes.GetValueOrDefault("http.route") as string;

    /// <summary>As <c>histogram_quantile</c> of Prometheus has it: within a bucket, values are taken to be spread evenly.</summary>
    public static double Quantile(double quantile, IReadOnlyCollection<Point> points)
    {
        var bounds = points.First().Bounds;
        double rank = quantile * points.Sum(static point => (double)point.Count);
        for (var i = 0; i < bounds.Length; i++)
        {
            var inBucket = points.Sum(point => (double)point.Buckets[i]);
            if (rank <= inBucket && inBucket > 0)
            {
                var low = i == 0 ? 0 : bounds[i - 1];
                return low + ((bounds[i] - low) * (rank / inBucket));
            }

            rank -= inBucket;
        }

        return bounds[^1];
    }

    private static IEnumerable<Point> OfMetric(ProtoMessage metric)
    {
        var name = metric.Text(1);
        var numbers = metric.Messages(5).Concat(metric.Messages(7)).SelectMany(static data => data.Messages(1)).Select(point =>
            new Point(name, Attributed.By(point, 7), point.Has(4) ? point.Double(4) : (long)point.Number(6), 0, [], []));
        var histograms = metric.Messages(9).SelectMany(static data => data.Messages(1)).Select(point => new Point(
            name,
            Attributed.By(point, 9),
            point.Double(5),
            point.Number(4),
            [.. point.Numbers(7).Select(BitConverter.UInt64BitsToDouble)],
            point.Numbers(6)));
        return numbers.Concat(histograms);
    }
}
