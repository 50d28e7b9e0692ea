using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Jero.Generated;

/// <summary>What the generated half of an endpoint class implements, explicitly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEndpoint
{
    /// <summary>Maps every handler of the class.</summary>
    static abstract IEndpointConventionBuilder Map(IEndpointRouteBuilder routes);
}
