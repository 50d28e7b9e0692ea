using System.Text.Json;

namespace Jero;

/// <summary>
/// A topic whatever its item, for pages and tools that show all of an app: <c>IEnumerable&lt;ITopic&gt;</c> in the services has every topic
/// that <c>AddJeroTopic</c> registered. Thread-safe.
/// </summary>
public interface ITopic
{
    /// <summary>The name under which it was registered.</summary>
    string Name { get; }

    /// <summary>The log's present life; null until its store has been read for the first time.</summary>
    string? Epoch { get; }

    /// <summary>What this process has of the topic now. It looks at each subscriber: ask once a second, not once a request.</summary>
    TopicStatus GetStatus();

    /// <summary>Publishes an item that is given as JSON, which is read as the topic's own item and written as the topic writes it.</summary>
    /// <param name="json">The item.</param>
    /// <param name="subject">Whom it is for; null is for those who asked for no subject.</param>
    /// <param name="eventName">The event's name; null is <c>message</c>.</param>
    /// <param name="cancellationToken">Gives up waiting for the store; the item may be stored all the same.</param>
    /// <returns>The event's id.</returns>
    /// <exception cref="JsonException">It is no item of the topic.</exception>
    /// <exception cref="ArgumentException">The subject or the name cannot be one, or the item is too large.</exception>
    /// <exception cref="TopicUnavailableException">The store is away.</exception>
    Task<string> PublishJsonAsync(
        ReadOnlyMemory<byte> json, string? subject = null, string? eventName = null, CancellationToken cancellationToken = default);
}
