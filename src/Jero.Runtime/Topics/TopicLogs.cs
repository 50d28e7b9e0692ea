using Jero.Topics.Reading;
using Microsoft.Extensions.Logging;

namespace Jero.Topics;

internal static partial class TopicLogs
{
    [LoggerMessage(1, LogLevel.Information, "{Topic}: a subscriber missed {Missed} records that are no longer kept ({Policy})")]
    public static partial void Behind(ILogger logger, string topic, ulong missed, WhenBehind policy);

    [LoggerMessage(2, LogLevel.Information, "{Topic}: a subscriber resumes after {After}, which is not in the log ({Outcome}); it continues after {Position}")]
    public static partial void Gap(ILogger logger, string topic, string? after, TopicOutcome outcome, TopicPosition position);

    [LoggerMessage(3, LogLevel.Warning, "{Topic}: the record {Position} of the store is not an event of this topic and is skipped: {Reason}")]
    public static partial void Skipped(ILogger logger, string topic, TopicPosition position, string reason);

    [LoggerMessage(4, LogLevel.Error, "{Topic}: the store could not be read; the next attempt is in {Milliseconds} ms. Open streams stay open")]
    public static partial void StoreAway(ILogger logger, Exception exception, string topic, long milliseconds);

    [LoggerMessage(5, LogLevel.Information, "{Topic}: the store is read from {Start} to {Newest}")]
    public static partial void Loading(ILogger logger, string topic, TopicPosition start, TopicPosition newest);

    [LoggerMessage(6, LogLevel.Warning, "{Topic}: records were lost; the log continues after {Position}, and every subscriber is told")]
    public static partial void Lost(ILogger logger, string topic, TopicPosition position);

    [LoggerMessage(7, LogLevel.Information, "{Topic}: the store is available again")]
    public static partial void StoreBack(ILogger logger, string topic);

    [LoggerMessage(8, LogLevel.Warning, "{Topic}: {Subscribers} streams are open, which is the limit; one more was answered with 503")]
    public static partial void Full(ILogger logger, string topic, int subscribers);
}
