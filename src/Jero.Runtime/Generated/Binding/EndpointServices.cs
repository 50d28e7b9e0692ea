using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Generated;

/// <summary>Takes the arguments of constructors and handlers from the request's services.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointServices
{
    /// <summary>The service; a missing one is the framework's own exception, which names it.</summary>
    public static T Required<T>(HttpContext http) where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>The service of that key.</summary>
    public static T Required<T>(HttpContext http, object? key) where T : notnull => http.RequestServices.GetRequiredKeyedService<T>(key);

    /// <summary>The service, or null where it is not registered.</summary>
    public static T? Optional<T>(HttpContext http) => http.RequestServices.GetService<T>();

    /// <summary>The service, or the parameter's own default where it is not registered.</summary>
    public static T OrDefault<T>(HttpContext http, T fallback) => http.RequestServices.GetService(typeof(T)) is T service ? service : fallback;

    /// <summary>The service of that key, or the parameter's own default where it is not registered.</summary>
    public static T OrDefault<T>(HttpContext http, object? key, T fallback) =>
        http.RequestServices is IKeyedServiceProvider services && services.GetKeyedService(typeof(T), key) is T service ? service : fallback;

    /// <summary>The service of that key, or null where it is not registered.</summary>
    public static T? Optional<T>(HttpContext http, object? key) => http.RequestServices.GetKeyedService<T>(key);
}
