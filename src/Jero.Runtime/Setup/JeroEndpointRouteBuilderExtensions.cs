using Jero.Endpoints;
using Jero.Generated;
using Jero.Mapping;
using Jero.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jero;

/// <summary>Maps endpoint classes and the document that describes them. (<c>MapJero</c>, which maps all, is generated into the app.)</summary>
public static class JeroEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps one endpoint class, also inside a <c>MapGroup</c>. The app's <c>MapJero</c> then leaves the class out, whichever of the two is
    /// called first, so that what a group guards does not answer outside of it as well.
    /// </summary>
    /// <typeparam name="TEndpoint">A class with <see cref="EndpointAttribute"/>.</typeparam>
    /// <param name="routes">The app or a group.</param>
    /// <returns>What conventions are added to; they apply to every handler of the class.</returns>
    public static IEndpointConventionBuilder MapEndpoint<TEndpoint>(this IEndpointRouteBuilder routes) where TEndpoint : IEndpoint
    {
        ArgumentNullException.ThrowIfNull(routes);
        MappedByHand.Of(routes.ServiceProvider).Add(typeof(TEndpoint));
        return TEndpoint.Map(routes);
    }

    /// <summary>
    /// Adds an observer of all streams of an app that is built already, beside those in its services: what is mapped can so bring its own.
    /// Call it before the first request.
    /// </summary>
    /// <param name="routes">The app or a group.</param>
    /// <param name="observer">The observer.</param>
    /// <exception cref="InvalidOperationException">The services of <paramref name="routes"/> are those of no host.</exception>
    public static void ObserveStreams(this IEndpointRouteBuilder routes, IStreamObserver observer)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(observer);
        AddedObservers.Add(routes.ServiceProvider, observer);
    }

    /// <summary>
    /// Maps GET <paramref name="pattern"/>: the OpenAPI document of the endpoints that are mapped, under their real routes. It is composed
    /// at the first request and then served from memory, with an ETag; as <c>application/vnd.oai.openapi+json</c> where the request's
    /// Accept asks for that, else as <c>application/json</c>. It is OpenAPI 3.2, or 3.1 for <c>?version=3.1</c>.
    /// </summary>
    /// <param name="routes">The app or a group.</param>
    /// <param name="pattern">The route of the document.</param>
    /// <param name="configure">Sets what the document says of the app as a whole.</param>
    /// <returns>What conventions are added to, such as <c>RequireAuthorization</c>.</returns>
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
