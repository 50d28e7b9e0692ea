using System.Runtime.CompilerServices;
using Jero.Endpoints;
using Jero.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jero.Streaming;

/// <summary>Holds the settings of one stream, from its response, the app's options and its services.</summary>
internal sealed record StreamSettings
{
    private static readonly JeroOptions Defaults = new();

    // The streams of an endpoint usually have the same settings, so thousands of idle ones share an instance.
    private static readonly ConditionalWeakTable<Endpoint, StreamSettings> LastOfEndpoint = [];

    public required StreamWrapper Wrapper { get; init; }

    public required string Route { get; init; }

    /// <summary>What the head of the response says in addition to its headers.</summary>
    public required HeadTraits Head { get; init; }

    public required QuietLogger Logger { get; init; }

    public required TimeProvider Time { get; init; }

    public required StreamMetrics Metrics { get; init; }

    /// <summary>The app's observers; usually none.</summary>
    public IStreamObserver[] Observers { get; init; } = [];

    /// <summary>Fires when the host begins to stop.</summary>
    public required CancellationToken HostStopping { get; init; }

    public required bool StopsWithHost { get; init; }

    public TimeSpan? KeepAlive { get; init; }

    /// <summary>The name of the event that is the keepalive; null means the comment.</summary>
    public string? KeepAliveEvent { get; init; }

    /// <summary>The name of the event after a source that has ended by itself; null means none.</summary>
    public string? EndEvent { get; init; }

    public TimeSpan? MaxDuration { get; init; }

    /// <summary>
    /// Whether streams end up to a tenth earlier, so that clients that came together do not all come back together. Not for a response's
    /// own duration, which may be that of a ticket, and not for downloads, which should not be cut when they are nearly complete.
    /// </summary>
    public bool SpreadsMaxDuration { get; init; }

    public TimeSpan? SendTimeout { get; init; }

    public required TimeSpan SourceStopTimeout { get; init; }

    public TimeSpan? GapThreshold { get; init; }

    public TimeSpan? StallThreshold { get; init; }

    public bool RecordsRequestDuration { get; init; }

    public static StreamSettings Of(HttpContext http, StreamWrapper wrapper, JeroStreamResponse response, EventStreamTraits events)
    {
        var endpoint = http.GetEndpoint();
        var app = endpoint?.Metadata.GetMetadata<AppServices>();
        var services = app?.Provider ?? http.RequestServices;
        var options = services?.GetService<IOptions<JeroOptions>>()?.Value ?? Defaults;
        var isEventStream = wrapper == StreamWrapper.ServerSentEvents;
        var onShutdown = response.OnShutdown ?? (isEventStream ? options.ServerSentEventsOnShutdown : options.StreamsOnShutdown);
        var settings = new StreamSettings
        {
            Wrapper = wrapper,
            Head = options.SendsIncremental ? wrapper.Head : wrapper.Head & ~HeadTraits.IsIncremental,
            Route = endpoint?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route ?? "(no route)",
            Logger = new QuietLogger(services?.GetService<ILoggerFactory>()?.CreateLogger(wrapper.LogCategory)),
            Time = app?.Clock ?? http.RequestServices?.GetService<TimeProvider>() ?? TimeProvider.System,
            Metrics = StreamMetrics.Of(services),
            Observers = app?.Observers ?? (services is null ? [] : AddedObservers.AllOf(services)),
            HostStopping = services?.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None,
            StopsWithHost = onShutdown == ShutdownBehavior.Stop,
            KeepAlive = isEventStream ? Durations.Effective(events.KeepAlive, options.KeepAlive) : null,
            KeepAliveEvent = NameOrNone(events.KeepAliveEvent ?? options.KeepAliveEvent),
            EndEvent = NameOrNone(events.EndEvent),
            MaxDuration = Durations.Effective(response.MaxDuration, wrapper.MaxDurationOf(options) ?? options.MaxDuration),
            SpreadsMaxDuration = isEventStream && response.MaxDuration is null,
            SendTimeout = Durations.Effective(null, options.SendTimeout),
            SourceStopTimeout = options.SourceStopTimeout,
            GapThreshold = Durations.Effective(null, options.GapThreshold),
            StallThreshold = Durations.Effective(null, options.StallThreshold),
            RecordsRequestDuration = options.RecordsRequestDuration,
        };
        return endpoint is null ? settings : Shared(endpoint, settings);
    }

    // Instances of one endpoint are compared, and none is printed. The generated members would hash and print every property.
    public override int GetHashCode() => Route.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Route;

    private static string? NameOrNone(string? name) => string.IsNullOrEmpty(name) ? null : name;

    private static StreamSettings Shared(Endpoint endpoint, StreamSettings settings)
    {
        if (LastOfEndpoint.TryGetValue(endpoint, out var last) && last == settings)
        {
            return last;
        }

        LastOfEndpoint.AddOrUpdate(endpoint, settings);
        return settings;
    }
}
