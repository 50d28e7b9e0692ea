using Microsoft.Extensions.Logging;

namespace Jero.OpenApi;

/// <summary>What composing a document logs, under <c>Jero.OpenApi</c>.</summary>
internal static partial class OpenApiLog
{
    [LoggerMessage(
        1, LogLevel.Warning, "The document cannot tell '{Route}' from '{Described}', which answers {Verb} as well, and describes the latter only")]
    public static partial void LeftOut(ILogger logger, string? route, string? described, string verb);
}
