using Jero.Topics.Ring;

namespace Jero.Topics.Reading;

/// <summary>What a subscriber asked for.</summary>
internal sealed class TopicRequest
{
    /// <summary>All that comes, which most streams ask for: one object for them.</summary>
    public static readonly TopicRequest Everything = new();

    /// <summary>The last id it has seen, as it came; null where it has seen none.</summary>
    public string? After { get; init; }

    /// <summary>Each once; null for all.</summary>
    public string[]? Subjects { get; init; }

    public Func<TopicEntry, bool>? Where { get; init; }

    /// <summary>Makes the entries of the snapshot at a position; null where there is none.</summary>
    public Func<TopicPosition, IAsyncEnumerable<TopicEntry>>? Snapshot { get; init; }
}
