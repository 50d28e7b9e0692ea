using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Streaming;

/// <summary>The instruments of <c>Meter("Jero")</c>. One that nobody listens to is not touched.</summary>
internal sealed class StreamMetrics
{
    private const string MeterName = "Jero";

    private static readonly ConditionalWeakTable<IMeterFactory, StreamMetrics> OfFactory = [];
    private static readonly Lazy<StreamMetrics> WithoutFactory = new(static () => new(new Meter(MeterName)));

    private readonly UpDownCounter<long> _active;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _timeToFirstItem;
    private readonly Counter<long> _items;
    private readonly Counter<long> _bytes;
    private readonly Counter<long> _unresponsive;

    private StreamMetrics(Meter meter)
    {
        _active = meter.CreateUpDownCounter<long>("jero.streams.active", "{stream}", "Streams that are open.");
        _duration = meter.CreateHistogram<double>("jero.stream.duration", "s", "From the call of the wrapper to the end of teardown.");
        _timeToFirstItem = meter.CreateHistogram<double>("jero.stream.time_to_first_item", "s", "From the call of the wrapper to item 1.");
        _items = meter.CreateCounter<long>("jero.stream.items", "{item}", "Items written, counted when their stream ends.");
        _bytes = meter.CreateCounter<long>("jero.stream.bytes", "By", "Body bytes handed to the server, counted when their stream ends.");
        _unresponsive = meter.CreateCounter<long>("jero.sources.unresponsive", "{source}", "Sources that did not come back in time after a stop.");
    }

    public static StreamMetrics Of(IServiceProvider? services) =>
        services?.GetService<IMeterFactory>() is { } factory
            ? OfFactory.GetValue(factory, static factory => new(factory.Create(MeterName)))
            : WithoutFactory.Value;

    /// <summary>Counts an open stream; whether that was counted, and hence has to be taken back.</summary>
    public bool Opened(StreamSettings stream)
    {
        if (!_active.Enabled)
        {
            return false;
        }

        _active.Add(1, Tags(stream));
        return true;
    }

    public void Closed(StreamSettings stream, bool wasCounted, StopReason reason, TimeSpan duration, TimeSpan? firstItem, long items, long bytes)
    {
        if (wasCounted)
        {
            _active.Add(-1, Tags(stream));
        }

        if (!_duration.Enabled && !_timeToFirstItem.Enabled && !_items.Enabled && !_bytes.Enabled)
        {
            return;
        }

        var tags = Tags(stream, reason);
        _duration.Record(duration.TotalSeconds, tags);
        _items.Add(items, tags);
        _bytes.Add(bytes, tags);
        if (firstItem is { } elapsed)
        {
            _timeToFirstItem.Record(elapsed.TotalSeconds, tags);
        }
    }

    public void Unresponsive(StreamSettings stream, StopReason reason)
    {
        if (_unresponsive.Enabled)
        {
            _unresponsive.Add(1, Tags(stream, reason));
        }
    }

    private static TagList Tags(StreamSettings stream) => new() { { "http.route", stream.Route }, { "jero.wrapper", stream.Wrapper.Name } };

    private static TagList Tags(StreamSettings stream, StopReason reason)
    {
        var tags = Tags(stream);
        tags.Add("jero.stop_reason", NameOf(reason));
        return tags;
    }

    private static string NameOf(StopReason reason) => reason switch
    {
        StopReason.Completed => "completed",
        StopReason.ClientGone => "client_gone",
        StopReason.ServerStopping => "server_stopping",
        StopReason.MaximumDuration => "maximum_duration",
        StopReason.SendTimeout => "send_timeout",
        StopReason.SourceFaulted => "source_faulted",
        _ => "none",
    };
}
