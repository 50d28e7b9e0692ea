namespace Jero.Topics.Stores;

/// <summary>The time of a record, in the whole milliseconds that every store can keep.</summary>
internal static class TopicTime
{
    public static DateTimeOffset Now(TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
