namespace Jero.Client;

/// <summary>Reads the data of an event by the name of the event, for streams with several types of events.</summary>
/// <typeparam name="T">The common type of all items.</typeparam>
/// <param name="eventName">The name of the event; <c>message</c> if the server gave none.</param>
/// <param name="data">The data in UTF-8, its lines joined by LF. It is valid only during the call.</param>
/// <param name="item">The item to yield.</param>
/// <returns>Whether there is an item to yield; false skips the event.</returns>
public delegate bool EventReader<T>(string eventName, ReadOnlySpan<byte> data, out T item);
