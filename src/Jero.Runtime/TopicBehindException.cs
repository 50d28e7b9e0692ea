using System.Globalization;

namespace Jero;

/// <summary>
/// Thrown to a reader of a topic that has missed records which are no longer kept, if the form it reads cannot say so: NDJSON, or
/// <see cref="IAsyncEnumerable{T}"/>. Server-sent events have the gap event instead.
/// </summary>
/// <param name="topic">The name of the topic.</param>
/// <param name="missed">The number of records that were missed; null if it is not known.</param>
public sealed class TopicBehindException(string topic, ulong? missed) : Exception(
    $"A reader of the topic '{topic}' has missed {missed?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} records that are no longer kept.")
{
    /// <summary>Gets the name of the topic.</summary>
    public string Topic { get; } = topic;

    /// <summary>Gets the number of records of the log that were missed, whatever their subjects. It is null if it is not known.</summary>
    public ulong? Missed { get; } = missed;
}
