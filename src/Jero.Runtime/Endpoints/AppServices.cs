using Microsoft.Extensions.DependencyInjection;

namespace Jero.Endpoints;

/// <summary>
/// Gives access to the services of the app that an endpoint is mapped to. A request's own services are a scope that is created when it is
/// first asked for and lives until the request ends. An idle stream that never asks for it is 300 bytes smaller.
/// </summary>
internal sealed class AppServices(IServiceProvider provider)
{
    private readonly Lazy<TimeProvider?> _clock = new(() => SharedClock(provider));
    private IStreamObserver[]? _observers;

    public IServiceProvider Provider { get; } = provider;

    /// <summary>The clock of all requests; null if the app has registered a clock for each request.</summary>
    public TimeProvider? Clock => _clock.Value;

    public IStreamObserver[] Observers => _observers ??= AddedObservers.AllOf(Provider);

    // The lifetime of a service cannot be asked for, but if two scopes have the same instance, all scopes do.
    private static TimeProvider? SharedClock(IServiceProvider provider)
    {
        using var one = provider.CreateScope();
        using var other = provider.CreateScope();
        var clock = one.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
        return clock == (other.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System) ? clock : null;
    }
}
