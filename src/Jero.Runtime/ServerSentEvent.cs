namespace Jero;

/// <summary>
/// One event of a <c>text/event-stream</c> (WHATWG HTML, section 9.2.6). A <typeparamref name="T"/> converts to it implicitly, except
/// where T is an interface, for which C# has no such conversion: write <c>new(item)</c> there.
/// </summary>
/// <typeparam name="T">The data.</typeparam>
/// <param name="Data">JSON, or text split into lines where <typeparamref name="T"/> is <see cref="string"/>.</param>
public readonly record struct ServerSentEvent<T>(T Data)
{
    /// <summary>The event's type; null and empty leave the field out, which a client reads as <c>message</c>.</summary>
    /// <exception cref="ArgumentException">It holds a CR or an LF.</exception>
    public string? Event
    {
        get;
        init => field = value.AsSpan().ContainsAny('\r', '\n')
            ? throw new ArgumentException("The Event of a server-sent event must not hold a CR or an LF.", nameof(Event))
            : value;
    }

    /// <summary>The id that the client sends as Last-Event-ID when it reconnects; empty resets it, null leaves it as it is.</summary>
    /// <exception cref="ArgumentException">It holds a CR, an LF or a NUL.</exception>
    public string? Id
    {
        get;
        init => field = value.AsSpan().ContainsAny('\r', '\n', '\0')
            ? throw new ArgumentException("The Id of a server-sent event must not hold a CR, an LF or a NUL.", nameof(Id))
            : value;
    }

    /// <summary>How long the client waits before it reconnects, sent in whole milliseconds; null leaves it as it is.</summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public TimeSpan? Retry
    {
        get;
        init => field = value < TimeSpan.Zero
            ? throw new ArgumentException("The Retry of a server-sent event must not be negative.", nameof(Retry))
            : value;
    }

    /// <summary>
    /// The text of a comment, which a client ignores (WHATWG HTML, section 9.2.5); null for what is an event. All other members of a comment
    /// are left out.
    /// </summary>
    public string? CommentText { get; private init; }

    /// <summary>Whether the event has no data: its <c>data</c> line is empty, and <see cref="Data"/> is left out.</summary>
    public bool IsEmpty { get; private init; }

#pragma warning disable CA1000 // The type says what the stream is of, where a comment and an empty event have nothing that would.
    /// <summary>
    /// A comment, which an <c>EventSource</c> does not show to its page: what a person is to read who watches the wire, or bytes that keep a
    /// connection open.
    /// </summary>
    /// <param name="text">One line, which may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> holds a CR, an LF or a NUL.</exception>
    public static ServerSentEvent<T> Comment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(default(T)!) { CommentText = EventText.OneLine(text, "text of a comment", nameof(text)) };
    }

    /// <summary>
    /// An event with an id and empty data, which tells a client where a stream begins before there is an item: from then on it resumes
    /// there. Give it a type by <c>with { Event = "..." }</c>, so that a page need not tell it from an item.
    /// </summary>
    /// <param name="id">The <see cref="Id"/>; empty resets the client's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> holds a CR, an LF or a NUL.</exception>
    public static ServerSentEvent<T> Empty(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(default(T)!) { Id = id, IsEmpty = true };
    }
#pragma warning restore CA1000

    /// <summary>An event of nothing but data.</summary>
    /// <param name="data">The data.</param>
    public static implicit operator ServerSentEvent<T>(T data) => new(data);
}
