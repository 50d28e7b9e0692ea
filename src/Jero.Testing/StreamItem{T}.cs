namespace Jero.Testing;

/// <summary>One item of a stream, as a client has read it.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Id">The event's id; null where it has none, and for streams that are no events.</param>
/// <param name="Event">The event's name; null where it has none, and for streams that are no events.</param>
/// <param name="Item">The item, read with the app's own JSON metadata.</param>
public readonly record struct StreamItem<T>(string? Id, string? Event, T Item);
