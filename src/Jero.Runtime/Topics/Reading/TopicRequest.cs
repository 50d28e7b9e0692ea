using Jero.Topics.Ring;

namespace Jero.Topics.Reading;

/// <summary>Describes what a subscriber asked for.</summary>
internal sealed class TopicRequest
{
    /// <summary>Every event, which most streams ask for. They share this object.</summary>
    public static readonly TopicRequest Everything = new();

    /// <summary>The last id that the subscriber has seen, as it came; null if it has seen none.</summary>
    public string? After { get; init; }

    /// <summary>The subjects, without duplicates; null for all.</summary>
    public string[]? Subjects { get; init; }

    public Func<TopicEntry, bool>? Where { get; init; }

    /// <summary>Creates the entries of the snapshot at a position; null if there is no snapshot.</summary>
    public Func<TopicPosition, IAsyncEnumerable<TopicEntry>>? Snapshot { get; init; }
}
