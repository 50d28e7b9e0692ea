using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jero.Testing.Hosting;

/// <summary>
/// Remembers from its log why a host did not start. A program that fails disposes its host at once, and the code that waits for the start
/// may only notice the disposal.
/// </summary>
internal sealed class StartFault : ILoggerProvider, ILogger
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    private Exception? _exception;

    /// <summary>Returns what was thrown at the start, if <paramref name="seen"/> is only its consequence.</summary>
    public Exception Behind(Exception seen) => seen is ObjectDisposedException ? _exception ?? seen : seen;

    public ILogger CreateLogger(string categoryName) =>
        categoryName == HostCategory ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _exception ??= exception;
        }
    }

    public void Dispose()
    {
    }
}
