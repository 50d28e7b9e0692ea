using Jero.Topics.Ring;

namespace Jero.Topics;

/// <summary>Creates entries from what is published and from what a store has.</summary>
internal static class TopicEntries
{
    public static TopicEntry Make(TopicPosition position, TopicDraft draft, DateTimeOffset at, ReadOnlySpan<byte> json, string id)
    {
        var jsonStart = 0;
        return new TopicEntry
        {
            Position = position,
            Kind = draft.Kind,
            Subject = draft.Subject,
            EventName = draft.EventName,
            IdempotencyKey = draft.IdempotencyKey,
            At = at,
            Frame = draft.Kind == TopicRecordKind.Item ? TopicFrames.Event(draft.EventName, id, json, out jsonStart) : [],
            JsonStart = jsonStart,
        };
    }
}
