using Microsoft.Extensions.Logging;

namespace Jero.Streaming;

/// <summary>Logs what happens to streams. No method throws.</summary>
internal static class StreamLog
{
    public static void Ended(QuietLogger logger, string route, StopReason reason, long items, long bytes)
    {
        // Every stream ends, so a message that nobody asked for allocates nothing.
        if (logger.IsEnabled(LogLevel.Debug))
        {
            WriteEnded(logger, route, reason, items, bytes);
        }
    }

    public static void CutShort(QuietLogger logger, string route, long items, Exception cause) =>
        logger.Write(inner => StreamMessages.CutShort(inner, route, items, cause));

    public static void TeardownFailed(QuietLogger logger, string route, string step, Exception cause) =>
        logger.Write(inner => StreamMessages.TeardownFailed(inner, route, step, cause));

    public static void LifecycleMistaken(QuietLogger logger, string route, string mistake) =>
        logger.Write(inner => StreamMessages.LifecycleMistaken(inner, route, mistake));

    public static void SourceUnresponsive(QuietLogger logger, string route, TimeSpan elapsed, StopReason reason) =>
        logger.Write(inner => StreamMessages.SourceUnresponsive(inner, route, elapsed, reason));

    public static void SendTimedOut(QuietLogger logger, string route, TimeSpan limit) =>
        logger.Write(inner => StreamMessages.SendTimedOut(inner, route, limit));

    public static void TeardownSlow(QuietLogger logger, string route, TimeSpan elapsed, StopReason reason) =>
        logger.Write(inner => StreamMessages.TeardownSlow(inner, route, elapsed, reason));

    public static void ObserverFailed(QuietLogger logger, string route, Type observer, Exception cause) =>
        logger.Write(inner => StreamMessages.ObserverFailed(inner, route, observer, cause));

    /// <summary>
    /// Logs an exception after a stop, so that a bug that coincides with a disconnect can be found. A cancelled wait is expected and not
    /// logged.
    /// </summary>
    public static void ThrownAfterStop(StreamSettings settings, Exception cause)
    {
        if (cause is not OperationCanceledException)
        {
            settings.Logger.Write(inner => StreamMessages.SourceThrewAfterStop(inner, settings.Route, cause));
        }
    }

    private static void WriteEnded(QuietLogger logger, string route, StopReason reason, long items, long bytes) =>
        logger.Write(inner => StreamMessages.Ended(inner, route, reason, items, bytes));
}
