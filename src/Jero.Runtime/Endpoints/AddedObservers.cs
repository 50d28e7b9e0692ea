using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jero.Endpoints;

/// <summary>
/// Holds the observers of an app: those in its services, and those that were added when something was mapped. Thread-safe.
/// </summary>
internal sealed class AddedObservers
{
    // The key is a service that an app has once, so that the app's services and the scope of a request find the same entry.
    private static readonly ConditionalWeakTable<IHostApplicationLifetime, AddedObservers> Apps = [];

    private IStreamObserver[] _observers = [];

    /// <exception cref="InvalidOperationException">The services do not belong to a host.</exception>
    public static void Add(IServiceProvider services, IStreamObserver observer)
    {
        var added = Apps.GetOrCreateValue(services.GetRequiredService<IHostApplicationLifetime>());
        lock (added)
        {
            added._observers = [.. added._observers, observer];
        }
    }

    public static IStreamObserver[] AllOf(IServiceProvider services) => [.. services.GetServices<IStreamObserver>(), .. AddedTo(services)];

    private static IStreamObserver[] AddedTo(IServiceProvider services) =>
        services.GetService<IHostApplicationLifetime>() is { } app && Apps.TryGetValue(app, out var added) ? added._observers : [];
}
