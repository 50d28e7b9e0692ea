using System.ComponentModel;
using System.Text.Json;
using Jero.Binding;
using Jero.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Jero.Generated;

/// <summary>Answers one request: binds it, calls the handler or the filters before it, and sends what they return.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate Task EndpointHandler(HttpContext http, EndpointFilterDelegate? filters);

/// <summary>
/// Maps the handlers of one endpoint class, as the framework maps those of its own generator, so that filters, groups, HEAD, 405 and
/// descriptions work. Conventions apply to every handler.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointMapper : IEndpointConventionBuilder
{
    private readonly IEndpointRouteBuilder _routes;
    private readonly string _path;
    private readonly List<IEndpointConventionBuilder> _handlers = [];

    /// <summary>Begins with the routes of an app or a group.</summary>
    /// <param name="routes">Where to map.</param>
    /// <param name="path">The endpoint's route template.</param>
    /// <param name="options">The wire rules of the assembly; their metadata is offered to the app's own JSON options.</param>
    public EndpointMapper(IEndpointRouteBuilder routes, string path, JsonSerializerOptions options)
    {
        _routes = routes;
        _path = path;
        AppJsonOptions.Offer(routes.ServiceProvider, options);
    }

    /// <summary>What several mapped endpoints have in common, for conventions.</summary>
    public static IEndpointConventionBuilder Combine(IEnumerable<IEndpointConventionBuilder> endpoints) => new CombinedConventions([.. endpoints]);

    /// <summary>Maps one handler.</summary>
    /// <param name="verb">The method it answers; GET also answers HEAD.</param>
    /// <param name="handler">The method that filters and descriptions look at.</param>
    /// <param name="respond">Answers a request.</param>
    /// <param name="invoke">Calls the handler at the end of a filter pipeline.</param>
    /// <param name="operation">Its part of the document.</param>
    /// <param name="metadata">The attributes of the class and of the handler.</param>
    public EndpointMapper Map(
        string verb, Delegate handler, EndpointHandler respond, EndpointFilterDelegate invoke, OperationDescription operation, object[] metadata)
    {
        _handlers.Add(RouteHandlerServices.Map(
            _routes,
            _path,
            handler,
            verb == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [verb],
            (_, options) => AddMetadata(options!.EndpointBuilder!, operation, metadata),
            (_, options, described) => new RequestDelegateResult(
                CreateRequestDelegate(respond, BuildFilters(options.EndpointBuilder!, handler, invoke)), described!.EndpointMetadata)));
        return this;
    }

    /// <inheritdoc />
    public void Add(Action<EndpointBuilder> convention) => _handlers.ForEach(handler => handler.Add(convention));

    /// <inheritdoc />
    public void Finally(Action<EndpointBuilder> finallyConvention) => _handlers.ForEach(handler => handler.Finally(finallyConvention));

    private static RequestDelegateMetadataResult AddMetadata(EndpointBuilder builder, OperationDescription operation, object[] metadata)
    {
        foreach (var item in metadata)
        {
            builder.Metadata.Add(item);
        }

        builder.Metadata.Add(operation);
        return new RequestDelegateMetadataResult { EndpointMetadata = builder.Metadata.AsReadOnly() };
    }

    private static EndpointFilterDelegate? BuildFilters(EndpointBuilder builder, Delegate handler, EndpointFilterDelegate invoke)
    {
        if (builder.FilterFactories.Count == 0)
        {
            return null;
        }

        var context = new EndpointFilterFactoryContext { MethodInfo = handler.Method, ApplicationServices = builder.ApplicationServices };
        return builder.FilterFactories.Reverse().Aggregate(invoke, (next, factory) => factory(context, next));
    }

    private static RequestDelegate CreateRequestDelegate(EndpointHandler respond, EndpointFilterDelegate? filters) => async http =>
    {
        try
        {
            await respond(http, filters);
        }
        catch (ProblemException exception) when (!http.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(http, exception.Problem);
        }
    };

    private sealed class CombinedConventions(IEndpointConventionBuilder[] endpoints) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) => Array.ForEach(endpoints, endpoint => endpoint.Add(convention));

        public void Finally(Action<EndpointBuilder> finallyConvention) => Array.ForEach(endpoints, endpoint => endpoint.Finally(finallyConvention));
    }
}
