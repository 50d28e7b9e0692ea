namespace Jero;

/// <summary>
/// Represents one event of a <c>text/event-stream</c> (WHATWG HTML, section 9.2.6). A <typeparamref name="T"/> converts to it implicitly.
/// C# has no such conversion if T is an interface: write <c>new(item)</c> then.
/// </summary>
/// <typeparam name="T">The data.</typeparam>
/// <param name="Data">The data, written as JSON, or as text split into lines if <typeparamref name="T"/> is <see cref="string"/>.</param>
public readonly record struct ServerSentEvent<T>(T Data)
{
    /// <summary>
    /// Gets the type of the event. If it is null or empty, the field is left out, and clients take the type <c>message</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The value contains a CR or an LF.</exception>
    public string? Event
    {
        get;
        init => field = value.AsSpan().ContainsAny('\r', '\n')
            ? throw new ArgumentException("The Event of a server-sent event must not contain a CR or an LF.", nameof(Event))
            : value;
    }

    /// <summary>
    /// Gets the id that a client sends as Last-Event-ID when it reconnects. An empty id resets the client's id. Null leaves it as it is.
    /// </summary>
    /// <exception cref="ArgumentException">The value contains a CR, an LF or a NUL.</exception>
    public string? Id
    {
        get;
        init => field = value.AsSpan().ContainsAny('\r', '\n', '\0')
            ? throw new ArgumentException("The Id of a server-sent event must not contain a CR, an LF or a NUL.", nameof(Id))
            : value;
    }

    /// <summary>
    /// Gets how long the client waits before it reconnects, sent in whole milliseconds. Null leaves the client's time as it is.
    /// </summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public TimeSpan? Retry
    {
        get;
        init => field = value < TimeSpan.Zero
            ? throw new ArgumentException("The Retry of a server-sent event must not be negative.", nameof(Retry))
            : value;
    }

    /// <summary>
    /// Gets the text of a comment, which clients ignore (WHATWG HTML, section 9.2.5). It is null for an event. The other members of a
    /// comment are not sent.
    /// </summary>
    public string? CommentText { get; private init; }

    /// <summary>Gets whether the event has no data. Its <c>data</c> line is then empty, and <see cref="Data"/> is not sent.</summary>
    public bool IsEmpty { get; private init; }

#pragma warning disable CA1000 // The type argument names the item type, which a comment or an empty event does not imply.
    /// <summary>
    /// Creates a comment, which an <c>EventSource</c> does not show to its page. Use it for people who watch the connection, or for bytes
    /// that keep a connection open.
    /// </summary>
    /// <param name="text">The comment: one line, which may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> contains a CR, an LF or a NUL.</exception>
    public static ServerSentEvent<T> Comment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(default(T)!) { CommentText = EventText.OneLine(text, "text of a comment", nameof(text)) };
    }

    /// <summary>
    /// Creates an event with an id and empty data. It tells a client where a stream begins before there is an item, and the client resumes
    /// from there if it reconnects. Give it a type by <c>with { Event = "..." }</c>, so that a page does not take it for an item.
    /// </summary>
    /// <param name="id">The <see cref="Id"/>. An empty id resets the client's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> contains a CR, an LF or a NUL.</exception>
    public static ServerSentEvent<T> Empty(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(default(T)!) { Id = id, IsEmpty = true };
    }
#pragma warning restore CA1000

    /// <summary>Converts data to an event that has only this data.</summary>
    /// <param name="data">The data.</param>
    public static implicit operator ServerSentEvent<T>(T data) => new(data);
}
