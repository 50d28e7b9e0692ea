using Microsoft.Extensions.Logging;

namespace Jero.Streaming;

/// <summary>
/// Defines what the engine logs, under <c>Jero.Streaming.*</c>, for <see cref="StreamLog"/>. Each message begins with the route. Numbers and
/// times are objects, because a native binary would have a copy of each logger's code for each combination of their types.
/// </summary>
internal static partial class StreamMessages
{
    [LoggerMessage(1, LogLevel.Debug, "{Route}: the stream ended ({Reason}) after {Items} items and {Bytes} bytes")]
    public static partial void Ended(ILogger logger, string route, object reason, object items, object bytes);

    [LoggerMessage(2, LogLevel.Error, "{Route}: the stream was cut short after {Items} items")]
    public static partial void CutShort(ILogger logger, string route, object items, Exception cause);

    [LoggerMessage(3, LogLevel.Error, "{Route}: {Step} failed during teardown")]
    public static partial void TeardownFailed(ILogger logger, string route, string step, Exception cause);

    [LoggerMessage(4, LogLevel.Error, "{Route}: {Mistake}")]
    public static partial void LifecycleMistaken(ILogger logger, string route, string mistake);

    [LoggerMessage(5, LogLevel.Warning, "{Route}: the source has not returned {Elapsed} after the stream ended ({Reason}); does it observe its cancellation token?")]
    public static partial void SourceUnresponsive(ILogger logger, string route, object elapsed, object reason);

    [LoggerMessage(6, LogLevel.Warning, "{Route}: the client did not take what was sent within {Limit}; the connection is aborted")]
    public static partial void SendTimedOut(ILogger logger, string route, object limit);

    [LoggerMessage(7, LogLevel.Debug, "{Route}: the source threw after its stream had been stopped")]
    public static partial void SourceThrewAfterStop(ILogger logger, string route, Exception cause);

    [LoggerMessage(8, LogLevel.Warning, "{Route}: teardown is still running {Elapsed} after the stream ended ({Reason})")]
    public static partial void TeardownSlow(ILogger logger, string route, object elapsed, object reason);

    [LoggerMessage(9, LogLevel.Error, "{Route}: the stream observer {Observer} threw; its further exceptions are not logged")]
    public static partial void ObserverFailed(ILogger logger, string route, Type observer, Exception cause);
}
