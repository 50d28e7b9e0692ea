namespace Jero.Topics.Reading;

/// <summary>Specifies what the id of a subscriber turned out to be.</summary>
internal enum TopicOutcome
{
    /// <summary>There was no id, and the stream begins with the next event.</summary>
    Live,

    /// <summary>It is not an id of a topic. The stream begins as if there was none.</summary>
    Malformed,

    /// <summary>It is the id of the newest event.</summary>
    Current,

    /// <summary>Everything that follows it is kept.</summary>
    Replayed,

    /// <summary>Some of what follows it is not kept here; the store may have it.</summary>
    Older,

    /// <summary>The subscriber is connected. What follows its position has left the ring, and the store may have it.</summary>
    Behind,

    /// <summary>Some of what follows it is no longer kept.</summary>
    Gap,

    /// <summary>It belongs to another epoch, or to another topic.</summary>
    Foreign,

    /// <summary>It belongs to this epoch, and no event here has it yet; one in the store may.</summary>
    Ahead,

    /// <summary>It belongs to this epoch, and no event has it.</summary>
    Future,
}
