namespace Jero;

/// <summary>What one process has of a topic at one moment.</summary>
public sealed record TopicStatus
{
    /// <summary>The entries that are kept in memory. A store may keep more.</summary>
    public required long Count { get; init; }

    /// <summary>About what they take, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The oldest of them; null where none is kept.</summary>
    public TopicPosition? Oldest { get; init; }

    /// <summary>The newest entry, kept or not, or where the log began if there was none; null until a store has been read for the first time.</summary>
    public TopicPosition? Newest { get; init; }

    /// <summary>The log's present life; null until a store has been read for the first time.</summary>
    public string? Epoch { get; init; }

    /// <summary>The subscribers of this process: streams that are open, and enumerations.</summary>
    public required int Subscribers { get; init; }

    /// <summary>Those of them that have not read all that is kept for them.</summary>
    public required int SubscribersBehind { get; init; }
}
