namespace Jero;

/// <summary>Represents one record in the log of a topic, as a store keeps it.</summary>
public sealed record TopicRecord
{
    /// <summary>Gets the position of the record. It is the default value until a store has appended the record.</summary>
    public TopicPosition Position { get; init; }

    /// <summary>Gets the kind of the record.</summary>
    public TopicRecordKind Kind { get; init; }

    /// <summary>
    /// Gets the subject that the record is for; null if it has none. At most 1,024 characters, without a line break or a NUL.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>Gets the name of the event; null means <c>message</c>. At most 1,024 characters, without a line break or a NUL.</summary>
    public string? EventName { get; init; }

    /// <summary>Gets the time of publication, in UTC and whole milliseconds.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>
    /// Gets the item as compact JSON in UTF-8, without a line break. It is empty for <see cref="TopicRecordKind.Disconnect"/>.
    /// </summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>
    /// Gets a key that a publisher chooses so that it can publish again after an answer was lost. A store that still knows the key appends
    /// nothing and returns the position of the first record. If the key is null, the store compares nothing. A record that is read from a
    /// store need not have it.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}
