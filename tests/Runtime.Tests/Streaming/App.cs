using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Runtime.Tests.Streaming;

/// <summary>An app on a real Kestrel at a port of its own.</summary>
internal sealed class App : IAsyncDisposable
{
    /// <summary>How long a test waits for what must happen.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private App(WebApplication web, LogLines log)
    {
        Web = web;
        Log = log;
        var address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new Uri(address);
    }

    public WebApplication Web { get; }

    public Uri Address { get; }

    public LogLines Log { get; }

    public static async Task<App> StartAsync(
        Action<WebApplication> map,
        Action<IServiceCollection>? services = null,
        HttpProtocols protocols = HttpProtocols.Http1,
        X509Certificate2? certificate = null)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        services?.Invoke(builder.Services);
        var web = builder.Build();
        map(web);
        await web.StartAsync(TestContext.Current.CancellationToken);
        return new App(web, log);
    }

    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var until = DateTime.UtcNow + Patience;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < until, $"Not within {Patience}: {what}");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await Web.DisposeAsync();
}

internal sealed record LogLine(string Category, LogLevel Level, string Message, Exception? Exception);

internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyCollection<LogLine> All => [.. _lines];

    public IReadOnlyCollection<LogLine> OfJero => [.. _lines.Where(line => line.Category.StartsWith("Jero.Streaming.", StringComparison.Ordinal))];

    public IReadOnlyCollection<LogLine> OfOpenApi => [.. _lines.Where(line => line.Category == "Jero.OpenApi")];

    /// <summary>The errors but those of a late closing, which a busy machine brings about.</summary>
    public IReadOnlyCollection<LogLine> Errors => [.. _lines.Where(line => line.Level >= LogLevel.Error && !IsOfLateClosing(line))];

    /// <summary>Whether the server logs a stream that was cut short, as it does where the connection takes long to close.</summary>
    public static bool IsOfLateClosing(LogLine line) => line.Level >= LogLevel.Error && line.Exception?.GetType().Name == "StreamCutShortException";

    /// <summary>Whether a stream has ended whole, with its source; a warning of a source that has yet to return also names the reason.</summary>
    public bool HasEnded(string reason) =>
        OfJero.Any(line => line.Message.Contains($"the stream ended ({reason}) after ", StringComparison.Ordinal));

    /// <summary>Forgets the lines, and what their exceptions hold.</summary>
    public void Clear() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines._lines.Enqueue(new LogLine(category, logLevel, formatter(state, exception), exception));
    }
}
