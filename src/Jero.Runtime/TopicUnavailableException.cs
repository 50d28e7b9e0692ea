using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>
/// Thrown when the store of a topic is not available. The item that was being published may or may not be stored. If a handler lets the
/// exception through, the client gets a 503.
/// </summary>
/// <param name="topic">The name of the topic.</param>
/// <param name="cause">The exception of the store. It is for the log and is not sent to the client.</param>
public sealed class TopicUnavailableException(string topic, Exception? cause = null)
    : ProblemException(
        new() { Status = StatusCodes.Status503ServiceUnavailable, Detail = "The event may or may not have been stored. Try again." },
        $"The store of the topic '{topic}' is not available.{(cause is null ? "" : " " + cause.Message)}",
        cause)
{
    /// <summary>Gets the name of the topic.</summary>
    public string Topic { get; } = topic;
}
