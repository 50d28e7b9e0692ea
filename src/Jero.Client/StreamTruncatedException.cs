namespace Jero.Client;

/// <summary>Thrown when a stream ended before it was complete. The items before the cut were yielded; more would have come.</summary>
public sealed class StreamTruncatedException : IOException
{
    /// <summary>Initializes an exception for a stream that was cut.</summary>
    /// <param name="reason">How the cut was noticed.</param>
    /// <param name="items">The number of complete items.</param>
    /// <param name="lastEventId">The last id that was seen; null if there was none.</param>
    /// <param name="innerException">The exception of the transport; null if there was none.</param>
    public StreamTruncatedException(string reason, long items, string? lastEventId = null, Exception? innerException = null)
        : base($"The stream was cut after {items} item{(items == 1 ? "" : "s")}: {reason}", innerException)
    {
        Items = items;
        LastEventId = lastEventId;
    }

    /// <summary>Gets the number of complete items.</summary>
    public long Items { get; }

    /// <summary>Gets the last id that was seen; null if there was none.</summary>
    public string? LastEventId { get; }
}
