using Microsoft.Extensions.DependencyInjection;

namespace Jero;

/// <summary>Registers Jero's services.</summary>
public static class JeroServiceCollectionExtensions
{
    /// <summary>Configures Jero. Optional: without it every option has its default. May be called more than once.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Sets the defaults of every stream.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddJero(this IServiceCollection services, Action<JeroOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return services;
    }
}
