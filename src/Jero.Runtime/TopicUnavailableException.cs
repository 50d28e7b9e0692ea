using Microsoft.AspNetCore.Http;

namespace Jero;

/// <summary>A topic's store is away: what was published may be stored or not. Answered with 503 unless the handler catches it.</summary>
/// <param name="topic">The topic's name.</param>
/// <param name="cause">What the store said. It is for the log: the client is not told.</param>
public sealed class TopicUnavailableException(string topic, Exception? cause = null)
    : ProblemException(
        new() { Status = StatusCodes.Status503ServiceUnavailable, Detail = "What was published may be stored or not. Try again." },
        $"The store of the topic '{topic}' is not available.{(cause is null ? "" : " " + cause.Message)}",
        cause)
{
    /// <summary>The topic's name.</summary>
    public string Topic { get; } = topic;
}
