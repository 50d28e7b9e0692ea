using Jero.Topics.Ring;

namespace Jero.Topics.Reading;

/// <summary>Decides what an id means to a topic. Called under the ring's gate.</summary>
internal static class TopicResume
{
    public static TopicBeginning Settle(TopicRing ring, string? after, bool hasStore)
    {
        if (string.IsNullOrEmpty(after))
        {
            return new(TopicOutcome.Live, ring.Newest);
        }

        if (!TopicPosition.TryParse(after, out var position))
        {
            return new(TopicOutcome.Malformed, ring.Newest);
        }

        if (position.Epoch != ring.Newest.Epoch)
        {
            return new(TopicOutcome.Foreign, ring.Start);
        }

        if (position == ring.Newest)
        {
            return new(TopicOutcome.Current, position);
        }

        if (ring.Newest.IsBefore(position))
        {
            // Another process may have sent its client an event that has not reached this process yet.
            return hasStore ? new(TopicOutcome.Ahead, position) : new(TopicOutcome.Future, ring.Start);
        }

        if (!position.IsBefore(ring.Start))
        {
            return new(TopicOutcome.Replayed, position);
        }

        return hasStore
            ? new(TopicOutcome.Older, position)
            : new(TopicOutcome.Gap, ring.Start, Missed(position, ring.Start, ring.IsDense));
    }

    /// <summary>
    /// Returns how many records lie after one position, up to and including another; null if positions do not count records.
    /// </summary>
    public static ulong? Missed(TopicPosition after, TopicPosition to, bool isDense) => isDense ? to.Major - after.Major : null;
}
