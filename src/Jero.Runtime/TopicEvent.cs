namespace Jero;

/// <summary>Represents one event of a topic for a consumer within the process.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Id">The id of the event, as clients get it.</param>
/// <param name="Subject">The subject that the event is for; null if it has none.</param>
/// <param name="EventName">The name of the event; null means <c>message</c>.</param>
/// <param name="At">The time of publication, in UTC.</param>
/// <param name="Item">The item.</param>
public readonly record struct TopicEvent<T>(string Id, string? Subject, string? EventName, DateTimeOffset At, T Item);
