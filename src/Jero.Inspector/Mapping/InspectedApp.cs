using Jero.Inspector.Observation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jero.Inspector.Mapping;

/// <summary>
/// Holds what one inspector shows and the services it needs. It is metadata of each of its endpoints, because no service can be added to an
/// app that is already built.
/// </summary>
internal sealed class InspectedApp
{
    public InspectedApp(IServiceProvider services, JeroInspectorOptions options)
    {
        var environment = services.GetRequiredService<IHostEnvironment>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Services = services;
        Options = options;
        Environment = environment;
        Time = time;
        Stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        StartedAt = time.GetUtcNow();
        Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Jero.Inspector");
        Streams = new StreamWatcher(time, new ShownFacts(options.ShowsValues, options.ShowsFaults ?? environment.IsDevelopment()));
        Tokens = new RequestTokens(services);
    }

    public IServiceProvider Services { get; }

    public JeroInspectorOptions Options { get; }

    public IHostEnvironment Environment { get; }

    public TimeProvider Time { get; }

    /// <summary>Fires when the host begins to stop.</summary>
    public CancellationToken Stopping { get; }

    public DateTimeOffset StartedAt { get; }

    public ILogger Logger { get; }

    public StreamWatcher Streams { get; }

    public RequestTokens Tokens { get; }

    /// <summary>Returns the user, for the log.</summary>
    public static string UserOf(HttpContext http) => http.User.Identity?.Name ?? "somebody who is not signed in";

    public static InspectedApp Of(HttpContext http) => http.GetEndpoint()!.Metadata.GetRequiredMetadata<InspectedApp>();
}
