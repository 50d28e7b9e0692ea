namespace Jero.Client;

/// <summary>A stream ended before it was whole: the items before were yielded, and more would have come.</summary>
public sealed class StreamTruncatedException : IOException
{
    /// <summary>A stream that was cut.</summary>
    /// <param name="reason">How it was seen.</param>
    /// <param name="items">How many items came whole.</param>
    /// <param name="lastEventId">The last id that was seen; null where there was none.</param>
    /// <param name="innerException">What the transport said; null where it said nothing.</param>
    public StreamTruncatedException(string reason, long items, string? lastEventId = null, Exception? innerException = null)
        : base($"The stream was cut after {items} item{(items == 1 ? "" : "s")}: {reason}", innerException)
    {
        Items = items;
        LastEventId = lastEventId;
    }

    /// <summary>How many items came whole.</summary>
    public long Items { get; }

    /// <summary>The last id that was seen; null where there was none.</summary>
    public string? LastEventId { get; }
}
