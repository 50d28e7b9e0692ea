using Microsoft.Extensions.DependencyInjection;

namespace Jero.Endpoints;

/// <summary>
/// The services of the app that an endpoint was mapped to. A request's own are a scope, made when it is first asked for and held until the
/// request ends: an idle stream that needs nothing of it is 300 bytes smaller without.
/// </summary>
internal sealed class AppServices(IServiceProvider provider)
{
    private readonly Lazy<TimeProvider?> _clock = new(() => SharedClock(provider));
    private IStreamObserver[]? _observers;

    public IServiceProvider Provider { get; } = provider;

    /// <summary>The clock of all requests; null where an app has registered one for each.</summary>
    public TimeProvider? Clock => _clock.Value;

    public IStreamObserver[] Observers => _observers ??= AddedObservers.AllOf(Provider);

    // How long a service lives cannot be asked; but two scopes have the same only if all have.
    private static TimeProvider? SharedClock(IServiceProvider provider)
    {
        using var one = provider.CreateScope();
        using var other = provider.CreateScope();
        var clock = one.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;
        return clock == (other.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System) ? clock : null;
    }
}
