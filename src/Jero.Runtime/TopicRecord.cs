namespace Jero;

/// <summary>One record of a topic's log, as a store keeps it.</summary>
public sealed record TopicRecord
{
    /// <summary>Where it stands; default until a store has appended it.</summary>
    public TopicPosition Position { get; init; }

    /// <summary>What it is.</summary>
    public TopicRecordKind Kind { get; init; }

    /// <summary>Whom it is for; null where it has no subject. No line break and no NUL, 1,024 characters at most.</summary>
    public string? Subject { get; init; }

    /// <summary>The event's name; null is <c>message</c>. No line break and no NUL, 1,024 characters at most.</summary>
    public string? EventName { get; init; }

    /// <summary>When it was published, UTC, in whole milliseconds.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The item as compact JSON in UTF-8, without a line break; empty for <see cref="TopicRecordKind.Disconnect"/>.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>
    /// Named by a publisher that may publish again because an answer was lost: a store that still knows the key appends nothing and answers
    /// with the position of the first. Null where nothing is compared. A record that is read need not have it.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}
