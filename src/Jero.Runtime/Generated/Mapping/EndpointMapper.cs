using System.ComponentModel;
using System.Text.Json;
using Jero.Endpoints;
using Jero.Json.Metadata;
using Jero.Mapping;
using Jero.Problems;
using Jero.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Jero.Generated;

/// <summary>
/// Maps the handlers of one endpoint class in the way ASP.NET Core maps its own generated endpoints, so that filters, groups, HEAD, 405 and
/// descriptions work. Conventions apply to every handler.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointMapper : IEndpointConventionBuilder
{
    private readonly IEndpointRouteBuilder _routes;
    private readonly string _path;
    private readonly List<IEndpointConventionBuilder> _endpoints = [];
    private readonly List<IEndpointConventionBuilder> _heads = [];

    /// <summary>Initializes a mapper with the routes of an app or a group.</summary>
    /// <param name="routes">Where to map.</param>
    /// <param name="path">The endpoint's route template.</param>
    /// <param name="options">The JSON options of the assembly. Their metadata is offered to the app's own JSON options.</param>
    /// <exception cref="InvalidOperationException">A converter does not accept the type or member that it is on.</exception>
    public EndpointMapper(IEndpointRouteBuilder routes, string path, JsonSerializerOptions options)
    {
        _routes = routes;
        _path = path;
        AssemblyMetadata.AskConverters(options);
        AppJsonOptions.Offer(routes.ServiceProvider, options);
        UndeclaredStreamCaching.AddTo(routes.ServiceProvider);
    }

    /// <summary>
    /// Maps the classes of an assembly, except those that the app maps by hand, before or after this call: a class in a guarded group must
    /// not also answer outside it.
    /// </summary>
    /// <param name="routes">Where to map.</param>
    /// <param name="classes">The classes, each as a <see cref="MapClass"/>.</param>
    /// <returns>A builder for conventions of all these endpoints.</returns>
    public static IEndpointConventionBuilder MapAll(
        IEndpointRouteBuilder routes, ReadOnlySpan<Func<IEndpointRouteBuilder, IEndpointConventionBuilder>> classes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var own = new AssemblyRoutes(routes);
        var mapped = new IEndpointConventionBuilder[classes.Length];
        for (var i = 0; i < classes.Length; i++)
        {
            mapped[i] = classes[i](own);
        }

        routes.DataSources.Add(own);
        return new CombinedConventions(mapped);
    }

    /// <summary>Maps one class for <see cref="MapAll"/>.</summary>
    public static IEndpointConventionBuilder MapClass<TEndpoint>(IEndpointRouteBuilder routes) where TEndpoint : IEndpoint =>
        TEndpoint.Map(routes).WithMetadata(new EndpointClass(typeof(TEndpoint)));

    /// <summary>Maps one handler. HEAD becomes an endpoint next to that of GET; descriptions and links only know the latter.</summary>
    public EndpointMapper Map(HandlerDescription handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Map(handler, handler.Verb);
        if (handler.Verb == HttpMethods.Get)
        {
            _heads.Add(Map(handler, HttpMethods.Head));
            _heads[^1].Finally(HandlerMetadata.HideName);
        }

        return this;
    }

    /// <inheritdoc />
    public void Add(Action<EndpointBuilder> convention) => _endpoints.ForEach(endpoint => endpoint.Add(convention));

    /// <inheritdoc />
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        _endpoints.ForEach(endpoint => endpoint.Finally(finallyConvention));

        // The convention may have given the HEAD endpoints a name.
        _heads.ForEach(head => head.Finally(HandlerMetadata.HideName));
    }

    private RouteHandlerBuilder Map(HandlerDescription handler, string verb)
    {
        var endpoint = RouteHandlerServices.Map(
            _routes,
            _path,
            handler.Method,
            [verb],
            (method, options) =>
            {
                HandlerMetadata.Add(options!.EndpointBuilder!, handler, method, verb);
                return new RequestDelegateMetadataResult { EndpointMetadata = options.EndpointBuilder!.Metadata.AsReadOnly() };
            },
            (_, options, described) => new RequestDelegateResult(
                CreateRequestDelegate(handler.Respond, HandlerFilters.Build(options.EndpointBuilder!, handler)), described!.EndpointMetadata),
            handler.MethodInfo);
        _endpoints.Add(endpoint);
        return endpoint;
    }

    // Not async: most handlers that send one value have completed when they return. And a state machine that waits for a stream would live
    // as long as the stream, although no problem can be answered once the stream has begun.
    private static RequestDelegate CreateRequestDelegate(EndpointHandler respond, EndpointFilterDelegate? filters) => http =>
    {
        var headers = ProblemHeaders.Of(http);
        try
        {
            var response = respond(http, filters);
            return response.IsCompletedSuccessfully ? Task.CompletedTask
                : http.Response.HasStarted || StreamRun.TryLeaveProblems(response, headers) ? response
                : AnswerProblemsAsync(http, response, headers);
        }
        catch (Exception exception) when (ThrownProblem.Of(http, exception) is not null)
        {
            return ThrownProblem.AnswerAsync(http, ThrownProblem.Of(http, exception)!, headers);
        }
    };

    private static async Task AnswerProblemsAsync(HttpContext http, Task response, KeyValuePair<string, StringValues>[]? headers)
    {
        try
        {
            await response.ConfigureAwait(false);
        }
        catch (Exception exception) when (ThrownProblem.Of(http, exception) is not null)
        {
            await ThrownProblem.AnswerAsync(http, ThrownProblem.Of(http, exception)!, headers).ConfigureAwait(false);
        }
    }

    private sealed class CombinedConventions(IEndpointConventionBuilder[] endpoints) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) => Array.ForEach(endpoints, endpoint => endpoint.Add(convention));

        public void Finally(Action<EndpointBuilder> finallyConvention) => Array.ForEach(endpoints, endpoint => endpoint.Finally(finallyConvention));
    }
}
