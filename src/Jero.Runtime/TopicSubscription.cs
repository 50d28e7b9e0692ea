using Jero.Sources;

namespace Jero;

/// <summary>
/// What a client is to get of a topic: for the constructor of <see cref="SSEResponse{T}"/> or <see cref="NDJSONStreamingResponse{T}"/>, whose
/// properties can then be set. It is sent once and holds nothing until then. Not thread-safe.
/// </summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class TopicSubscription<T>
{
    internal const string NotReadable =
        "The response is a topic's subscription, which only a server sends; read the topic itself by Topic<T>.ReadAsync.";

    private readonly Func<bool, ServerSentEvent<string>?, StreamSource<ReadOnlyMemory<byte>>> _open;
    private ServerSentEvent<string>? _first;

    internal TopicSubscription(Func<bool, ServerSentEvent<string>?, StreamSource<ReadOnlyMemory<byte>>> open) => _open = open;

    /// <summary>
    /// Puts an event of the app's own before all others, such as a greeting with what the client may do. Where its
    /// <see cref="ServerSentEvent{T}.Id"/> is null it gets the id from which a client goes on that drops right after it. NDJSON leaves it out.
    /// </summary>
    /// <param name="first">The event. Its data is text: JSON that the app has written, for instance.</param>
    /// <returns>This subscription.</returns>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public TopicSubscription<T> StartWith(ServerSentEvent<string> first)
    {
        _first = _first is null ? first : throw new InvalidOperationException("A subscription starts with one event at most.");
        return this;
    }

    internal StreamSource<ReadOnlyMemory<byte>> ToSource(bool isLines) => _open(isLines, _first);
}
