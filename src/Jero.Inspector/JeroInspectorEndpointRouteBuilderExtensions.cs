using Jero.Inspector.Endpoints;
using Jero.Inspector.Mapping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Jero;

/// <summary>Maps the inspector.</summary>
public static class JeroInspectorEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps a page that shows the streams of this process: which are open, for whom, and what each waits for; why the last 200 ended; and
    /// the topics. The page can also stop streams, publish events, and call the operations of the app's OpenAPI document. You do not have
    /// to register any service for it.
    /// </summary>
    /// <remarks>
    /// In the environment Development the page needs no protection. In any other environment you must guard it with an authorization
    /// policy, by <c>RequireAuthorization</c> on what this method returns or on the group. Otherwise the app does not start.
    /// </remarks>
    /// <param name="routes">The app or a group.</param>
    /// <param name="pattern">The route of the page. Its data is below that route.</param>
    /// <param name="configure">Sets what the page shows.</param>
    /// <returns>A builder for conventions such as <c>RequireAuthorization</c>.</returns>
    public static IEndpointConventionBuilder MapJeroInspector(
        this IEndpointRouteBuilder routes, string pattern = "/_jero", Action<JeroInspectorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(pattern);
        var options = new JeroInspectorOptions();
        configure?.Invoke(options);
        var inspector = new InspectedApp(routes.ServiceProvider, options);
        routes.ObserveStreams(inspector.Streams);

        var group = routes.MapGroup(pattern.TrimEnd('/'));
        var source = routes.DataSources.Last();
        group.WithMetadata(inspector).ExcludeFromDescription();
        PageFiles.Map(group);
        group.MapEndpoint<SessionEndpoint>();
        group.MapEndpoint<OverviewEndpoint>();
        group.MapEndpoint<OpenStreamsEndpoint>();
        group.MapEndpoint<OpenStreamEndpoint>();
        group.MapEndpoint<StopEndpoint>();
        group.MapEndpoint<EndedStreamsEndpoint>();
        group.MapEndpoint<TopicsEndpoint>();
        group.MapEndpoint<PublicationsEndpoint>();
        Guard.Require(routes, pattern, group, source);
        return group;
    }
}
