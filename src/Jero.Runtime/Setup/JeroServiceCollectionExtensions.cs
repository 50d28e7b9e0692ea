using Jero.Endpoints;
using Jero.OpenApi;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.ApiDescriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jero;

/// <summary>Configures Jero's services.</summary>
public static class JeroServiceCollectionExtensions
{
    /// <summary>
    /// Configures Jero, and lets <c>dotnet build</c> find the OpenAPI documents of the app. The call is optional: without it every option
    /// has its default, and no document is written at build. You may call it more than once.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Sets the defaults for every stream.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddJero(this IServiceCollection services, Action<JeroOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.TryAddSingleton<OpenApiDocuments>();
        services.TryAddSingleton<IDocumentProvider>(static provider => provider.GetRequiredService<OpenApiDocuments>());
        services.PostConfigureAll<OutputCacheOptions>(UndeclaredStreamCaching.AddTo);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return services;
    }
}
