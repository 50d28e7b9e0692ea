using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Streaming;

/// <summary>Has the instruments of <c>Meter("Jero")</c>. An instrument that nobody listens to is not touched.</summary>
internal sealed class StreamMetrics
{
    private const string MeterName = "Jero";

    private static readonly ConditionalWeakTable<IMeterFactory, StreamMetrics> OfFactory = [];
    private static readonly Lazy<StreamMetrics> WithoutFactory = new(static () => new(new Meter(MeterName)));

    // Seconds, up to a stream of a day. The default boundaries of OpenTelemetry are meant for milliseconds.
    private static readonly InstrumentAdvice<double> DurationBounds =
        new() { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 1_800, 3_600, 14_400, 43_200, 86_400] };

    private static readonly InstrumentAdvice<double> FirstItemBounds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };

    private static readonly InstrumentAdvice<double> StallBounds =
        new() { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] };

    private readonly UpDownCounter<long> _active;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _timeToFirstItem;
    private readonly Histogram<double> _stallDuration;
    private readonly Counter<long> _items;
    private readonly Counter<long> _bytes;
    private readonly Counter<long> _unresponsive;

    private StreamMetrics(Meter meter)
    {
        _active = meter.CreateUpDownCounter<long>("jero.streams.active", "{stream}", "Open streams.");
        _duration = meter.CreateHistogram<double>("jero.stream.duration", "s", "Time from the start of a stream's response to the end of its teardown.", tags: null, DurationBounds);
        _timeToFirstItem = meter.CreateHistogram<double>(
            "jero.stream.time_to_first_item", "s", "Time from the start of a stream's response to its first item.", tags: null, FirstItemBounds);
        _stallDuration = meter.CreateHistogram<double>(
            "jero.stream.stall.duration", "s", "Waits for a client that lasted StallThreshold or longer.", tags: null, StallBounds);
        _items = meter.CreateCounter<long>("jero.stream.items", "{item}", "Items handed to the server, counted with each flush.");
        _bytes = meter.CreateCounter<long>("jero.stream.bytes", "By", "Body bytes handed to the server, counted with each flush.");
        _unresponsive = meter.CreateCounter<long>("jero.sources.unresponsive", "{source}", "Sources that did not return in time after a stop.");
    }

    public static StreamMetrics Of(IServiceProvider? services) =>
        services?.GetService<IMeterFactory>() is { } factory
            ? OfFactory.GetValue(factory, static factory => new(factory.Create(MeterName)))
            : WithoutFactory.Value;

    /// <summary>Counts an open stream. Returns whether it was counted and must be subtracted later.</summary>
    public bool Opened(StreamSettings stream)
    {
        if (!_active.Enabled)
        {
            return false;
        }

        Add(_active, 1, Tags(stream));
        return true;
    }

    public void FirstItem(StreamSettings stream, TimeSpan elapsed)
    {
        if (_timeToFirstItem.Enabled)
        {
            Record(_timeToFirstItem, elapsed, Tags(stream));
        }
    }

    public void Stalled(StreamSettings stream, TimeSpan waited)
    {
        if (_stallDuration.Enabled)
        {
            Record(_stallDuration, waited, Tags(stream));
        }
    }

    /// <summary>Counts what one flush has handed to the server.</summary>
    public void Written(StreamSettings stream, long items, long bytes)
    {
        if (_items.Enabled && items > 0)
        {
            Add(_items, items, Tags(stream));
        }

        if (_bytes.Enabled)
        {
            Add(_bytes, bytes, Tags(stream));
        }
    }

    public void Closed(StreamSettings stream, bool wasCounted, StopReason reason, TimeSpan duration)
    {
        if (wasCounted)
        {
            Add(_active, -1, Tags(stream));
        }

        if (_duration.Enabled)
        {
            Record(_duration, duration, Tags(stream, reason));
        }
    }

    public void Unresponsive(StreamSettings stream, StopReason reason)
    {
        if (_unresponsive.Enabled)
        {
            Add(_unresponsive, 1, Tags(stream, reason));
        }
    }

    // A listener's callback runs here. It must not end the stream, because teardown has to run.
    private static void Add(Instrument<long> instrument, long value, in TagList tags)
    {
        try
        {
            if (instrument is Counter<long> counter)
            {
                counter.Add(value, tags);
            }
            else
            {
                ((UpDownCounter<long>)instrument).Add(value, tags);
            }
        }
        catch (Exception)
        {
            // There is nobody to report the failure to: the listener is the app's own.
        }
    }

    private static void Record(Histogram<double> histogram, TimeSpan value, in TagList tags)
    {
        try
        {
            histogram.Record(value.TotalSeconds, tags);
        }
        catch (Exception)
        {
            // As above.
        }
    }

    private static TagList Tags(StreamSettings stream) => new() { { "http.route", stream.Route }, { "jero.wrapper", stream.Wrapper.Name } };

    private static TagList Tags(StreamSettings stream, StopReason reason)
    {
        var tags = Tags(stream);
        tags.Add("jero.stop_reason", StopReasonNames.Of(reason));
        return tags;
    }
}
