using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Movies;

namespace Samples.Tests.Movies;

/// <summary>
/// The sample on a port and a database of its own: in this process or, where MOVIES_EXECUTABLE names one, as that program, so that the same
/// tests are run against a debug build, a trimmed one and a native binary.
/// </summary>
public sealed class MoviesServer : IAsyncLifetime
{
    private readonly IMoviesHost _host =
        Environment.GetEnvironmentVariable("MOVIES_EXECUTABLE") is { Length: > 0 } program ? new MoviesProcess(program) : new MoviesInProcess();

    /// <summary>Whether the kernel takes in less than a whole export before its client has read any of it.</summary>
    public bool HasSmallBuffers => _host is MoviesInProcess;

    public int Port => _host.Port;

    public HttpClient CreateClient() => new() { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };

    /// <summary>What was logged, in order; a message is a line.</summary>
    public IReadOnlyList<(LogLevel Level, string Message)> Log => _host.Log;

    public ValueTask InitializeAsync() => _host.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

/// <summary>A running sample.</summary>
internal interface IMoviesHost : IAsyncDisposable
{
    int Port { get; }

    IReadOnlyList<(LogLevel Level, string Message)> Log { get; }

    ValueTask StartAsync();
}

/// <summary>On a Kestrel in this process.</summary>
internal sealed class MoviesInProcess : WebApplicationFactory<MovieStore>, IMoviesHost
{
    private readonly TemporaryDatabase _database = new();

    public MoviesInProcess() => UseKestrel();

    public int Port => ClientOptions.BaseAddress.Port;

    public IReadOnlyList<(LogLevel Level, string Message)> Log =>
        [.. Services.GetFakeLogCollector().GetSnapshot().Select(record => (record.Level, record.Message))];

    public ValueTask StartAsync()
    {
        StartServer();
        return ValueTask.CompletedTask;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Movies", _database.ConnectionString);
        // A slow heartbeat of a busy machine is a warning.
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel", "Error");
        builder.ConfigureLogging(logging => logging.AddFakeLogging());
        builder.UseUrls("http://127.0.0.1:0");
        // The kernel would take in a whole export, megabytes on loopback, before its client could leave in the middle.
        builder.ConfigureServices(services => services.Configure<SocketTransportOptions>(transport =>
            transport.CreateBoundListenSocket = endpoint =>
            {
                var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                socket.SendBufferSize = 4096;
                return socket;
            }));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _database.Dispose();
        }
    }
}
