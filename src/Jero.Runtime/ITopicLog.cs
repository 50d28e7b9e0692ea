namespace Jero;

/// <summary>
/// A store of one topic: an append-only log that forgets its oldest records. Implemented by Jero.Sqlite and Jero.Redis, and by others for
/// their own stores; Jero.Testing has the tests that each must pass. Thread-safe.
/// </summary>
/// <remarks>
/// A store that is away throws <see cref="TopicUnavailableException"/>. The topic then tries again to read, and leaves it to the publisher to
/// publish again. A record that the store cannot read, since others wrote it, is skipped and logged by the store; it never ends a reader.
/// </remarks>
public interface ITopicLog
{
    /// <summary>Appends a record. Returns when the store keeps it.</summary>
    /// <param name="record">What is appended; its <see cref="TopicRecord.Position"/> is not looked at.</param>
    /// <param name="cancellationToken">Gives up waiting; the record may be stored all the same.</param>
    /// <returns>Its position, or that of the record which had its idempotency key before.</returns>
    /// <exception cref="TopicUnavailableException">The store is away, full, or did not answer in time: the record may be stored or not.</exception>
    ValueTask<TopicPosition> AppendAsync(TopicRecord record, CancellationToken cancellationToken);

    /// <summary>What is kept now, and the epoch.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="TopicUnavailableException">The store is away.</exception>
    ValueTask<TopicRange> FindRangeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The records after <paramref name="after"/> up to and with <paramref name="to"/>, in order. Where those after <paramref name="after"/>
    /// are not kept any more it begins with the oldest that is.
    /// </summary>
    /// <param name="after">Where to begin, exclusive.</param>
    /// <param name="to">Where to end, inclusive.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TopicUnavailableException">The store is away.</exception>
    IAsyncEnumerable<TopicRecord> ReadAsync(TopicPosition after, TopicPosition to, CancellationToken cancellationToken);

    /// <summary>
    /// The records after <paramref name="after"/>, by whatever process they were appended, then those to come; ends by cancellation, or
    /// normally when the log has lost its records and has a new epoch, or has forgotten some before they were followed: the topic then asks
    /// for the range again, and tells its subscribers what they have missed.
    /// </summary>
    /// <param name="after">Where to begin, exclusive.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TopicUnavailableException">The store is away.</exception>
    IAsyncEnumerable<TopicRecord> FollowAsync(TopicPosition after, CancellationToken cancellationToken);
}
