using Microsoft.Extensions.Logging;

namespace Jero.Streaming;

/// <summary>Logs without letting failures reach the stream, because teardown must run whatever a logging provider does.</summary>
internal sealed record QuietLogger(ILogger Inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return Inner.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            Inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // There is nobody left to report the failure to.
        }
    }
}
