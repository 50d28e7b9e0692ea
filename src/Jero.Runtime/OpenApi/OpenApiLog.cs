using Microsoft.Extensions.Logging;

namespace Jero.OpenApi;

/// <summary>Defines what composing a document logs, under <c>Jero.OpenApi</c>.</summary>
internal static partial class OpenApiLog
{
    [LoggerMessage(
        1, LogLevel.Warning, "The document cannot tell '{Route}' from '{Described}', which also answers {Verb}, and describes only the latter")]
    public static partial void LeftOut(ILogger logger, string? route, string? described, string verb);
}
