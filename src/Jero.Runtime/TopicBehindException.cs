using System.Globalization;

namespace Jero;

/// <summary>
/// A reader of a topic has missed records that are not kept any more, and what it reads has no way to say so: NDJSON, or
/// <see cref="IAsyncEnumerable{T}"/>. Server-sent events have the gap event in place of it.
/// </summary>
/// <param name="topic">The topic's name.</param>
/// <param name="missed">How many records of the log were missed; null where that is not known.</param>
public sealed class TopicBehindException(string topic, ulong? missed) : Exception(
    $"A reader of the topic '{topic}' has missed {missed?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} records that are not kept any more.")
{
    /// <summary>The topic's name.</summary>
    public string Topic { get; } = topic;

    /// <summary>How many records of the log were missed, whatever their subjects; null where that is not known.</summary>
    public ulong? Missed { get; } = missed;
}
