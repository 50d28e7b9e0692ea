namespace Jero.Topics.Reading;

/// <summary>What became of the id that a subscriber sent.</summary>
internal enum TopicOutcome
{
    /// <summary>There was none, and the stream begins with the next event.</summary>
    Live,

    /// <summary>It was none of a topic: as if there was none.</summary>
    Malformed,

    /// <summary>It is the newest.</summary>
    Current,

    /// <summary>What follows it is kept.</summary>
    Replayed,

    /// <summary>What follows it is not kept here; the store may have it.</summary>
    Older,

    /// <summary>Of a subscriber that is connected: what follows its position has left the ring, and the store may have it.</summary>
    Behind,

    /// <summary>What follows it is not kept any more.</summary>
    Gap,

    /// <summary>It is of another epoch, or another topic.</summary>
    Foreign,

    /// <summary>It is of this epoch, and nothing here has it yet; the store may.</summary>
    Ahead,

    /// <summary>It is of this epoch, and no event has it.</summary>
    Future,
}
