namespace Jero;

/// <summary>Specifies what happens to a subscriber whose next event is no longer kept.</summary>
public enum WhenBehind
{
    /// <summary>The subscriber gets the gap event and continues with the oldest event that is kept.</summary>
    Gap,

    /// <summary>The stream ends cleanly. The client reconnects and learns of the gap then.</summary>
    End,

    /// <summary>
    /// The subscriber continues with the newest event of each key that it has not seen, without a gap event. Requires
    /// <see cref="TopicOptions{T}.Key"/>.
    /// </summary>
    Latest,
}
