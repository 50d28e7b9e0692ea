using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Runtime.Tests.Streaming;

/// <summary>What one app's <c>Meter("Jero")</c> measures. To be made before the first stream.</summary>
internal sealed class StreamMeters : IDisposable
{
    public StreamMeters(App app)
    {
        var factory = app.Web.Services.GetRequiredService<IMeterFactory>();
        Active = new(factory, "Jero", "jero.streams.active");
        Duration = new(factory, "Jero", "jero.stream.duration");
        TimeToFirstItem = new(factory, "Jero", "jero.stream.time_to_first_item");
        Items = new(factory, "Jero", "jero.stream.items");
        Bytes = new(factory, "Jero", "jero.stream.bytes");
        Unresponsive = new(factory, "Jero", "jero.sources.unresponsive");
    }

    public MetricCollector<long> Active { get; }

    public MetricCollector<double> Duration { get; }

    public MetricCollector<double> TimeToFirstItem { get; }

    public MetricCollector<long> Items { get; }

    public MetricCollector<long> Bytes { get; }

    public MetricCollector<long> Unresponsive { get; }

    public long OpenStreams => Active.GetMeasurementSnapshot().EvaluateAsCounter();

    /// <summary>Whether all is measured that the end of a stream measures.</summary>
    public bool HaveClosedOne(bool withItem1) =>
        Duration.GetMeasurementSnapshot().Count > 0 && (!withItem1 || TimeToFirstItem.GetMeasurementSnapshot().Count > 0);

    public static string TagsOf<T>(CollectedMeasurement<T> measurement) where T : struct =>
        string.Join(' ', measurement.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>Forgets the measurements of flushes, of which there are many.</summary>
    public void ClearSent()
    {
        Items.Clear();
        Bytes.Clear();
    }

    public void Dispose()
    {
        Active.Dispose();
        Duration.Dispose();
        TimeToFirstItem.Dispose();
        Items.Dispose();
        Bytes.Dispose();
        Unresponsive.Dispose();
    }
}
