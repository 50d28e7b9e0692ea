using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Generated;

/// <summary>Takes the arguments of constructors and handlers from the request's services.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointServices
{
    /// <summary>Gets the service. If it is missing, the container throws an exception that names it.</summary>
    public static T Required<T>(HttpContext http) where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>Gets the service with a key.</summary>
    public static T Required<T>(HttpContext http, object? key) where T : notnull => http.RequestServices.GetRequiredKeyedService<T>(key);

    /// <summary>Gets the service, or null if it is not registered.</summary>
    public static T? Optional<T>(HttpContext http) => http.RequestServices.GetService<T>();

    /// <summary>Gets the service, or the default of the parameter if it is not registered.</summary>
    public static T OrDefault<T>(HttpContext http, T fallback) => http.RequestServices.GetService(typeof(T)) is T service ? service : fallback;

    /// <summary>Gets the service with a key, or the default of the parameter if it is not registered.</summary>
    public static T OrDefault<T>(HttpContext http, object? key, T fallback) =>
        http.RequestServices is IKeyedServiceProvider services && services.GetKeyedService(typeof(T), key) is T service ? service : fallback;

    /// <summary>Gets the service with a key, or null if it is not registered.</summary>
    public static T? Optional<T>(HttpContext http, object? key) => http.RequestServices.GetKeyedService<T>(key);
}
