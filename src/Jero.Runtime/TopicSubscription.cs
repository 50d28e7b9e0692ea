using Jero.Sources;

namespace Jero;

/// <summary>
/// Describes what a client gets from a topic. Pass it to the constructor of <see cref="SSEResponse{T}"/> or
/// <see cref="NDJSONStreamingResponse{T}"/>, whose properties you can then set. It can be sent once and holds no resources until then. Not
/// thread-safe.
/// </summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class TopicSubscription<T>
{
    internal const string NotReadable =
        "The response sends a topic's subscription, which only a server can do. Read the topic by Topic<T>.ReadAsync instead.";

    private readonly Func<bool, ServerSentEvent<string>?, StreamSource<ReadOnlyMemory<byte>>> _open;
    private ServerSentEvent<string>? _first;

    internal TopicSubscription(Func<bool, ServerSentEvent<string>?, StreamSource<ReadOnlyMemory<byte>>> open) => _open = open;

    /// <summary>
    /// Puts an event of your own before all others, such as a greeting. If its <see cref="ServerSentEvent{T}.Id"/> is null, it gets the id
    /// from which a client resumes if it disconnects right after this event. NDJSON leaves the event out.
    /// </summary>
    /// <param name="first">The event. Its data is text, for instance JSON that your app has written.</param>
    /// <returns>This subscription.</returns>
    /// <exception cref="InvalidOperationException">The subscription already starts with an event.</exception>
    public TopicSubscription<T> StartWith(ServerSentEvent<string> first)
    {
        _first = _first is null ? first : throw new InvalidOperationException("The subscription already starts with an event. Call StartWith only once.");
        return this;
    }

    internal StreamSource<ReadOnlyMemory<byte>> ToSource(bool isLines) => _open(isLines, _first);
}
