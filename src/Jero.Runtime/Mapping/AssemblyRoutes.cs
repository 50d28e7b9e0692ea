using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Jero.Mapping;

/// <summary>
/// Provides the endpoints of one <c>MapJero</c>, without the classes that the app maps by hand. It looks for those when routing asks for
/// the endpoints, so the order of the calls does not matter.
/// </summary>
internal sealed class AssemblyRoutes(IEndpointRouteBuilder routes) : EndpointDataSource, IEndpointRouteBuilder
{
    private readonly List<EndpointDataSource> _sources = [];
    private readonly MappedByHand _mappedByHand = MappedByHand.Of(routes.ServiceProvider);

    public ICollection<EndpointDataSource> DataSources => _sources;

    public IServiceProvider ServiceProvider => routes.ServiceProvider;

    public override IReadOnlyList<Endpoint> Endpoints => [.. _sources.SelectMany(static source => source.Endpoints).Where(IsLeftIn)];

    public IApplicationBuilder CreateApplicationBuilder() => routes.CreateApplicationBuilder();

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) =>
        [.. _sources.SelectMany(source => source.GetGroupedEndpoints(context)).Where(IsLeftIn)];

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    private bool IsLeftIn(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<EndpointClass>() is not { } endpointClass || !_mappedByHand.Contains(endpointClass.Type);
}
