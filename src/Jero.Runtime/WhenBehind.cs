namespace Jero;

/// <summary>What becomes of a subscriber whose next event is not kept any more.</summary>
public enum WhenBehind
{
    /// <summary>It gets the gap event and goes on with the oldest event that is kept.</summary>
    Gap,

    /// <summary>Its stream ends cleanly, so that the client reconnects and is told of the gap then.</summary>
    End,

    /// <summary>It goes on with the newest event of each key that it has not seen, without a gap event. Needs a key.</summary>
    Latest,
}
