using System.Net;
using Jero.Testing.Tracking;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jero.Testing.Hosting;

/// <summary>Makes the changes of a test to an app: its addresses, its clock and its observers.</summary>
internal sealed class HostSetup(StreamAppOptions options)
{
    private readonly StreamAppOptions _options = options;

    /// <summary>The clock that replaces the app's.</summary>
    public TrackedTime Time { get; } = new(options.Time ?? TimeProvider.System);

    public StreamTracker Tracker { get; } = new(options.Time ?? TimeProvider.System);

    public StartFault StartFault { get; } = new();

    public bool IsKestrel => _options.Host == StreamHost.Kestrel;

    public void Listen(KestrelServerOptions kestrel) => kestrel.Listen(
        IPAddress.Loopback,
        0,
        listen => listen.Protocols = _options.Protocol == StreamProtocol.Http2 ? HttpProtocols.Http2 : HttpProtocols.Http1);

    /// <summary>Applies what the test asks for, before the app's services are complete.</summary>
    public void Configure(IWebHostBuilder builder) => _options.Configure?.Invoke(builder);

    /// <summary>Adds what replaces the app's own services.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IStreamObserver>(Tracker);
        services.AddSingleton<ILoggerProvider>(StartFault);

        // The first filter is the outermost one.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(Tracker));
        if (_options.Time is not null)
        {
            services.AddSingleton<TimeProvider>(Time);
        }

        if (_options.ChecksSchema)
        {
            // Makes the OpenAPI document available: a service of the app knows the documents that it maps.
            services.AddJero();
        }
    }
}
