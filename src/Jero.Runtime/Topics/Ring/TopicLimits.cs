namespace Jero.Topics.Ring;

/// <summary>How much of a topic this process keeps.</summary>
internal readonly record struct TopicLimits(int Count, long Bytes, TimeSpan? Age);
