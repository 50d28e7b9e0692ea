using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Movies;

namespace Samples.Tests.Movies;

/// <summary>The sample on a database of its own, its log collected; in memory.</summary>
public class MoviesApp : WebApplicationFactory<MovieStore>
{
    private readonly TemporaryDatabase _database = new();

    public FakeLogCollector Log => Services.GetFakeLogCollector();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Movies", _database.ConnectionString);
        builder.ConfigureLogging(logging => logging.AddFakeLogging());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _database.Dispose();
    }
}

/// <summary>The same on a Kestrel of its own, for what is about the wire.</summary>
public sealed class MoviesServer : MoviesApp
{
    public MoviesServer()
    {
        UseKestrel();
        StartServer();
    }

    public int Port => ClientOptions.BaseAddress.Port;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
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
}
