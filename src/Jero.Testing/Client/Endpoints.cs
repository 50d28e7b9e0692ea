using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jero.Testing.Client;

/// <summary>Lists the endpoints of an app, for a message about one that does not exist.</summary>
internal static class Endpoints
{
    private const int Most = 20;

    public static IReadOnlyList<string> Of(IServiceProvider services) =>
    [
        .. (services.GetService<EndpointDataSource>()?.Endpoints ?? [])
            .OfType<RouteEndpoint>()
            .Select(endpoint => $"{Methods(endpoint)} {endpoint.RoutePattern.RawText}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Take(Most),
    ];

    private static string Methods(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"];
        return string.Join(", ", methods.Where(static method => method != "HEAD"));
    }
}
