using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Topics;

/// <summary>Has the instruments of topics, of <c>Meter("Jero")</c>.</summary>
internal sealed class TopicInstruments
{
    private const string MeterName = "Jero";

    private static readonly ConditionalWeakTable<IMeterFactory, TopicInstruments> OfFactory = [];
    private static readonly Lazy<TopicInstruments> WithoutFactory = new(static () => new(new Meter(MeterName)));

    // Seconds, from a log in memory to a store that is about to be given up.
    private static readonly InstrumentAdvice<double> PublishBounds =
        new() { HistogramBucketBoundaries = [0.00001, 0.0001, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private TopicInstruments(Meter meter)
    {
        Published = meter.CreateCounter<long>("jero.topic.published", "{event}", "Events that this process published.");
        Delivered = meter.CreateCounter<long>("jero.topic.delivered", "{event}", "Events handed to a stream, counted when it has no more for now.");
        Subscribers = meter.CreateUpDownCounter<long>("jero.topic.subscribers", "{subscriber}", "Subscribers of this process.");
        Behind = meter.CreateCounter<long>("jero.topic.behind", "{subscriber}", "Subscribers whose next event was no longer kept.");
        Resumed = meter.CreateCounter<long>("jero.topic.resumed", "{subscriber}", "Subscribers that began, by the outcome of the id they sent.");
        Skipped = meter.CreateCounter<long>("jero.topic.skipped", "{record}", "Records of the store that are not events of the topic.");
        PublishDuration = meter.CreateHistogram<double>(
            "jero.topic.publish.duration", "s", "Time from the call of PublishAsync until the log has the event.", tags: null, PublishBounds);
    }

    public Counter<long> Published { get; }

    public Counter<long> Delivered { get; }

    public UpDownCounter<long> Subscribers { get; }

    public Counter<long> Behind { get; }

    public Counter<long> Resumed { get; }

    public Counter<long> Skipped { get; }

    public Histogram<double> PublishDuration { get; }

    public static TopicInstruments Of(IServiceProvider services) =>
        services.GetService<IMeterFactory>() is { } factory
            ? OfFactory.GetValue(factory, static factory => new(factory.Create(MeterName)))
            : WithoutFactory.Value;
}
