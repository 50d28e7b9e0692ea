namespace Jero.Client;

/// <summary>Reads the data of an event by its name, for streams whose events are of several types.</summary>
/// <typeparam name="T">What they have in common.</typeparam>
/// <param name="eventName">The event's name; <c>message</c> where the server gave none.</param>
/// <param name="data">The data in UTF-8, its lines joined by LF. Only valid during the call.</param>
/// <param name="item">What is handed on.</param>
/// <returns>Whether there is anything to hand on; false skips the event.</returns>
public delegate bool EventReader<T>(string eventName, ReadOnlySpan<byte> data, out T item);
