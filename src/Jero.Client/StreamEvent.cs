namespace Jero.Client;

/// <summary>One server-sent event (WHATWG HTML, section 9.2.6).</summary>
/// <typeparam name="T">The data.</typeparam>
/// <param name="Id">The last id that the stream had up to this event, with which it goes on after it; null where there was none.</param>
/// <param name="Event">The event's name; <c>message</c> where the server gave none.</param>
/// <param name="Data">The data.</param>
public readonly record struct StreamEvent<T>(string? Id, string Event, T Data);
