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
    /// Maps a page that shows the streams of this process: those that are open, for whom and what each waits for, why the last 200 ended,
    /// the topics; it stops streams, publishes, and tries the operations of the app's document. Nothing has to be registered for it.
    /// </summary>
    /// <remarks>
    /// In the environment Development it is mapped as it is. Elsewhere it has to be guarded by a policy, as by <c>RequireAuthorization</c>
    /// on what this returns or on the group: else the app does not start.
    /// </remarks>
    /// <param name="routes">The app or a group.</param>
    /// <param name="pattern">The route of the page, below which its data are.</param>
    /// <param name="configure">Sets what it shows.</param>
    /// <returns>What conventions are added to, such as <c>RequireAuthorization</c>.</returns>
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
