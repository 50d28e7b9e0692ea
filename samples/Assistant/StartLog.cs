using Assistant.Models;

namespace Assistant;

/// <summary>What the log says at the start.</summary>
internal static partial class StartLog
{
    public static void LogModel(this ILogger logger, IModel model) => logger.LogNotice(model.Notice);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Notice}")]
    private static partial void LogNotice(this ILogger logger, string notice);
}
