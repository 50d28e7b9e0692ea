using Microsoft.Extensions.Logging;

namespace Jero.Inspector.Mapping;

/// <summary>Logs what was done through the page, and by whom.</summary>
internal static partial class InspectorLog
{
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The stream {Id} ({Method} {Route}) is stopped by {User} through the inspector")]
    public static partial void Stopped(ILogger logger, long id, string method, string route, string user);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The event {Id} of the topic {Topic} is published by {User} through the inspector")]
    public static partial void Published(ILogger logger, string id, string topic, string user);
}
