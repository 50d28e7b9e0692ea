using System.Text.Json;

namespace Jero;

/// <summary>
/// Represents a topic without its item type, for pages and tools that show every topic of an app. <c>IEnumerable&lt;ITopic&gt;</c> in the
/// services has every topic that <c>AddJeroTopic</c> registered. Thread-safe.
/// </summary>
public interface ITopic
{
    /// <summary>Gets the name that the topic was registered under.</summary>
    string Name { get; }

    /// <summary>Gets the current epoch of the log. It is null until the store has been read for the first time.</summary>
    string? Epoch { get; }

    /// <summary>
    /// Gets what this process has of the topic now. The call looks at each subscriber, so make it once a second, not once for each request.
    /// </summary>
    TopicStatus GetStatus();

    /// <summary>
    /// Publishes an item that is given as JSON. Jero reads it as the topic's item type and writes it the way the topic writes items.
    /// </summary>
    /// <param name="json">The item as JSON.</param>
    /// <param name="subject">
    /// The subject that the event is for. An event whose subject is null reaches only subscribers that named no subject.
    /// </param>
    /// <param name="eventName">The name of the event; null means <c>message</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the store. The item may be stored all the same.</param>
    /// <returns>The id of the event.</returns>
    /// <exception cref="JsonException"><paramref name="json"/> is not an item of the topic.</exception>
    /// <exception cref="ArgumentException">The subject or the name is invalid, or the item is too large.</exception>
    /// <exception cref="TopicUnavailableException">The store is not available.</exception>
    Task<string> PublishJsonAsync(
        ReadOnlyMemory<byte> json, string? subject = null, string? eventName = null, CancellationToken cancellationToken = default);
}
