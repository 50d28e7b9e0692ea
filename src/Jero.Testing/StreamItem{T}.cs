namespace Jero.Testing;

/// <summary>Represents one item of a stream, as a client has read it.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Id">The id of the event; null if it has none, or if the stream is not one of events.</param>
/// <param name="Event">The name of the event; null if it has none, or if the stream is not one of events.</param>
/// <param name="Item">The item, read with the app's own JSON metadata.</param>
public readonly record struct StreamItem<T>(string? Id, string? Event, T Item);
