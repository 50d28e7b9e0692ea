namespace Jero;

/// <summary>Describes what one process has of a topic at one moment.</summary>
public sealed record TopicStatus
{
    /// <summary>Gets the number of entries in memory. A store may keep more.</summary>
    public required long Count { get; init; }

    /// <summary>Gets roughly how many bytes the entries take.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets the position of the oldest entry; null if there is none.</summary>
    public TopicPosition? Oldest { get; init; }

    /// <summary>
    /// Gets the position of the newest entry, even if it is no longer kept, or the beginning of the log if there was none. It is null until
    /// the store has been read for the first time.
    /// </summary>
    public TopicPosition? Newest { get; init; }

    /// <summary>Gets the current epoch of the log. It is null until the store has been read for the first time.</summary>
    public string? Epoch { get; init; }

    /// <summary>Gets the number of subscribers of this process: open streams and enumerations.</summary>
    public required int Subscribers { get; init; }

    /// <summary>Gets the number of those subscribers that have not yet read everything that is kept for them.</summary>
    public required int SubscribersBehind { get; init; }
}
