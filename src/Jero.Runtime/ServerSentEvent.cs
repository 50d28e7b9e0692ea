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

    /// <summary>An event of nothing but data.</summary>
    /// <param name="data">The data.</param>
    public static implicit operator ServerSentEvent<T>(T data) => new(data);
}
