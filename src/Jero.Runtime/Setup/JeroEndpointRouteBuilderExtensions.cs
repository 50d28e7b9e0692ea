using Jero.Endpoints;
using Jero.Generated;
using Jero.Mapping;
using Jero.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jero;

/// <summary>
/// Maps endpoint classes and the OpenAPI document. <c>MapJero</c>, which maps every endpoint class, is generated into the app.
/// </summary>
public static class JeroEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps one endpoint class, to the app or to a group. The app's <c>MapJero</c> then leaves the class out, whichever of the two is
    /// called first, so that an endpoint that a group guards does not also answer outside the group.
    /// </summary>
    /// <typeparam name="TEndpoint">A class with <see cref="EndpointAttribute"/>.</typeparam>
    /// <param name="routes">The app or a group.</param>
    /// <returns>A builder for conventions. They apply to every handler of the class.</returns>
    public static IEndpointConventionBuilder MapEndpoint<TEndpoint>(this IEndpointRouteBuilder routes) where TEndpoint : IEndpoint
    {
        ArgumentNullException.ThrowIfNull(routes);
        MappedByHand.Of(routes.ServiceProvider).Add(typeof(TEndpoint));
        return TEndpoint.Map(routes);
    }

    /// <summary>
    /// Adds an observer of all streams to an app that is already built, in addition to those in its services. A library that maps endpoints
    /// can bring its own observer this way. Call it before the first request.
    /// </summary>
    /// <param name="routes">The app or a group.</param>
    /// <param name="observer">The observer.</param>
    /// <exception cref="InvalidOperationException">The services of <paramref name="routes"/> do not belong to a host.</exception>
    public static void ObserveStreams(this IEndpointRouteBuilder routes, IStreamObserver observer)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(observer);
        AddedObservers.Add(routes.ServiceProvider, observer);
    }

    /// <summary>
    /// Maps GET <paramref name="pattern"/> to the OpenAPI document of the mapped endpoints, with their real routes. The document is
    /// composed at the first request and then served from memory with an ETag. It is sent as <c>application/vnd.oai.openapi+json</c> if the
    /// request's Accept asks for that, otherwise as <c>application/json</c>. It is OpenAPI 3.2 unless
    /// <see cref="JeroOpenApiOptions.SpecificationVersion"/> or the query, for instance <c>?version=3.1</c>, says otherwise.
    /// </summary>
    /// <param name="routes">The app or a group.</param>
    /// <param name="pattern">The route of the document.</param>
    /// <param name="configure">Sets what the document says about the app as a whole.</param>
    /// <returns>A builder for conventions such as <c>RequireAuthorization</c>.</returns>
    /// <exception cref="InvalidOperationException">Another document has the same <see cref="JeroOpenApiOptions.DocumentName"/>.</exception>
    public static IEndpointConventionBuilder MapJeroOpenApi(
        this IEndpointRouteBuilder routes, string pattern = "/openapi.json", Action<JeroOpenApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(pattern);
        var options = new JeroOpenApiOptions();
        configure?.Invoke(options);
        var document = new OpenApiDocument(options);
        routes.ServiceProvider.GetService<OpenApiDocuments>()?.Add(document, options.DocumentName, pattern);
        return routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], document.SendAsync).ExcludeFromDescription();
    }
}
