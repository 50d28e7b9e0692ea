using Microsoft.Extensions.Logging;

namespace Jero.Streaming;

/// <summary>
/// Logs without letting failures reach the stream, because teardown must run whatever a logging provider does. It is no
/// <see cref="ILogger"/>: a native binary would have a copy of its code for each message of the app and the server.
/// </summary>
/// <param name="Inner">The app's logger; null if it has none.</param>
internal sealed record QuietLogger(ILogger? Inner)
{
    public bool IsEnabled(LogLevel level)
    {
        try
        {
            return Inner?.IsEnabled(level) == true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public void Write(Action<ILogger> message)
    {
        try
        {
            if (Inner is not null)
            {
                message(Inner);
            }
        }
        catch (Exception)
        {
            // There is nobody left to report the failure to.
        }
    }
}
