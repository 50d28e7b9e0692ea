namespace Jero.Topics.Stores;

/// <summary>Rounds the time of a record to whole milliseconds, which every store can keep.</summary>
internal static class TopicTime
{
    public static DateTimeOffset Now(TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
