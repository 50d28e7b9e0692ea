using Notifications.Feeds;

namespace Notifications.Stores;

/// <summary>Keeps the last notifications, in one order for all. Safe for any number of callers at once.</summary>
public interface INotificationStore
{
    /// <summary>Stores a notification and gives it an id larger than every one before. When it returns, a crash loses nothing.</summary>
    /// <param name="topic">Its topic.</param>
    /// <param name="kind">The name of its event.</param>
    /// <param name="json">Itself, serialized.</param>
    /// <param name="cancellationToken">Fires when nobody waits for it any more; it may be stored all the same.</param>
    /// <exception cref="StoreUnavailableException">It was not acknowledged, and may be tried again.</exception>
    Task<FeedId> AppendAsync(string topic, string kind, ReadOnlyMemory<byte> json, CancellationToken cancellationToken);

    /// <summary>The id of the newest notification, or <see cref="FeedId.Start"/>. Waits while the store is away.</summary>
    Task<FeedId> FindNewestAsync(CancellationToken cancellationToken);

    /// <summary>What is kept from one id to another, both included, oldest first. Waits while the store is away.</summary>
    IAsyncEnumerable<FeedEvent> ReadAsync(FeedId first, FeedId last, CancellationToken cancellationToken);

    /// <summary>
    /// Each notification after an id, whichever process stored it, as it comes and without an end. Waits while the store is away. For one
    /// reader in a process, the <see cref="Feed"/>.
    /// </summary>
    IAsyncEnumerable<FeedEvent> FollowAsync(FeedId after, CancellationToken cancellationToken);
}
