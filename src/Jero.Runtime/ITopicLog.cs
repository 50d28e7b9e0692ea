namespace Jero;

/// <summary>
/// Stores one topic as an append-only log that forgets its oldest records. Jero.Sqlite and Jero.Redis implement it. You can implement it
/// for a store of your own; Jero.Testing has the tests that every store must pass. Implementations must be thread-safe.
/// </summary>
/// <remarks>
/// A store that is not available throws <see cref="TopicUnavailableException"/>. The topic then retries its reads; a publisher has to
/// publish again by itself. The store skips and logs a record that it cannot read because another program wrote it. Such a record never
/// ends a reader.
/// </remarks>
public interface ITopicLog
{
    /// <summary>Appends a record. The task completes when the store keeps the record.</summary>
    /// <param name="record">The record to append. The store ignores its <see cref="TopicRecord.Position"/>.</param>
    /// <param name="cancellationToken">Stops waiting. The record may be stored all the same.</param>
    /// <returns>The position of the record, or of an earlier record with the same idempotency key.</returns>
    /// <exception cref="TopicUnavailableException">
    /// The store is not available, is full, or did not answer in time. The record may or may not be stored.
    /// </exception>
    ValueTask<TopicPosition> AppendAsync(TopicRecord record, CancellationToken cancellationToken);

    /// <summary>Finds which records the log keeps now, and its epoch.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="TopicUnavailableException">The store is not available.</exception>
    ValueTask<TopicRange> FindRangeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads the records after <paramref name="after"/> up to and including <paramref name="to"/>, in order. If the records right after
    /// <paramref name="after"/> are no longer kept, reading begins with the oldest record that is.
    /// </summary>
    /// <param name="after">The position to begin after, exclusive.</param>
    /// <param name="to">The position to end with, inclusive.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="TopicUnavailableException">The store is not available.</exception>
    IAsyncEnumerable<TopicRecord> ReadAsync(TopicPosition after, TopicPosition to, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the records after <paramref name="after"/>, whichever process appended them, and then each new record. The enumeration ends
    /// when it is cancelled. It also ends, without an exception, if the log has lost its records and has a new epoch, or if the log has
    /// forgotten records before they were read. The topic then asks for the range again and tells its subscribers what they have missed.
    /// </summary>
    /// <param name="after">The position to begin after, exclusive.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="TopicUnavailableException">The store is not available.</exception>
    IAsyncEnumerable<TopicRecord> FollowAsync(TopicPosition after, CancellationToken cancellationToken);
}
