namespace Jero.Client;

/// <summary>Represents one server-sent event (WHATWG HTML, section 9.2.6).</summary>
/// <typeparam name="T">The data.</typeparam>
/// <param name="Id">The last id that the stream had up to this event, which a new connection resumes after; null if there was none.</param>
/// <param name="Event">The name of the event; <c>message</c> if the server gave none.</param>
/// <param name="Data">The data.</param>
public readonly record struct StreamEvent<T>(string? Id, string Event, T Data);
