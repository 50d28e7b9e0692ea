using System.Diagnostics.Metrics;
using Jero.Topics.Reading;

namespace Jero.Topics;

/// <summary>
/// Counts what happens in one topic. A listener's callback runs here, and its failures must reach neither publishers nor streams.
/// </summary>
internal sealed class TopicMetrics(TopicInstruments instruments, string topic)
{
    private readonly KeyValuePair<string, object?> _topic = new("jero.topic", topic);

    public bool TimesPublications => instruments.PublishDuration.Enabled;

    public void Published() => Add(instruments.Published, 1);

    public void Delivered(int count) => Add(instruments.Delivered, count);

    public void Skipped() => Add(instruments.Skipped, 1);

    public void Behind(WhenBehind policy) => Add(
        instruments.Behind, 1, new("jero.topic.policy", policy switch { WhenBehind.End => "end", WhenBehind.Latest => "latest", _ => "gap" }));

    public void Resumed(TopicOutcome outcome) => Add(instruments.Resumed, 1, new("jero.topic.outcome", NameOf(outcome)));

    public void Subscribed(int change)
    {
        try
        {
            instruments.Subscribers.Add(change, _topic);
        }
        catch (Exception)
        {
            // There is nobody to report the failure to: the listener is the app's own.
        }
    }

    public void PublicationTook(TimeSpan duration)
    {
        try
        {
            instruments.PublishDuration.Record(duration.TotalSeconds, _topic);
        }
        catch (Exception)
        {
            // As above.
        }
    }

    private static string NameOf(TopicOutcome outcome) => outcome switch
    {
        TopicOutcome.Live or TopicOutcome.Current => "live",
        TopicOutcome.Replayed or TopicOutcome.Older => "replayed",
        TopicOutcome.Gap => "gap",
        TopicOutcome.Malformed => "malformed",
        TopicOutcome.Ahead or TopicOutcome.Future => "future",
        _ => "foreign",
    };

    private void Add(Counter<long> counter, long value, KeyValuePair<string, object?>? tag = null)
    {
        if (!counter.Enabled)
        {
            return;
        }

        try
        {
            if (tag is { } second)
            {
                counter.Add(value, _topic, second);
            }
            else
            {
                counter.Add(value, _topic);
            }
        }
        catch (Exception)
        {
            // As above.
        }
    }
}
