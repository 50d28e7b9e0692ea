using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Jero.Generated;

/// <summary>Implemented explicitly by the generated half of an endpoint class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEndpoint
{
    /// <summary>Maps every handler of the class.</summary>
    static abstract IEndpointConventionBuilder Map(IEndpointRouteBuilder routes);
}
