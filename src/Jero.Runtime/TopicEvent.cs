namespace Jero;

/// <summary>One event of a topic, for a consumer within the process.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Id">The position, as clients have it.</param>
/// <param name="Subject">Whom it is for; null where it has no subject.</param>
/// <param name="EventName">The event's name; null is <c>message</c>.</param>
/// <param name="At">When it was published, UTC.</param>
/// <param name="Item">The item.</param>
public readonly record struct TopicEvent<T>(string Id, string? Subject, string? EventName, DateTimeOffset At, T Item);
