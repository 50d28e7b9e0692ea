using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jero.Inspector.Mapping;

/// <summary>Rejects an inspector that everybody could see.</summary>
internal static class Guard
{
    /// <param name="routes">Where the inspector is mapped.</param>
    /// <param name="pattern">The route of the inspector.</param>
    /// <param name="inspector">The endpoints of the inspector.</param>
    /// <param name="source">The same endpoints, as routing gets them.</param>
    public static void Require(
        IEndpointRouteBuilder routes, string pattern, IEndpointConventionBuilder inspector, EndpointDataSource source)
    {
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>() is var environment && environment.IsDevelopment())
        {
            return;
        }

        // The app adds its conventions after this call. What they have made of the endpoint is known when it is finished.
        inspector.Finally(endpoint =>
        {
            if (!IsGuarded(endpoint.Metadata))
            {
                throw new InvalidOperationException(
                    $"The inspector at '{pattern}' would be open to everybody: the environment is '{environment.EnvironmentName}', but no "
                    + "policy guards it. Write app.MapJeroInspector().RequireAuthorization(\"a policy\"), map it in a group that has one, "
                    + "or map it in Development only.");
            }
        });

        // Routing builds endpoints at the first request, but the pipeline is built when the app starts.
        (routes as IApplicationBuilder)?.Use(next =>
        {
            _ = source.Endpoints;
            return next;
        });
    }

    // As authorization sees it: nothing guards an endpoint that allows anonymous requests.
    private static bool IsGuarded(IList<object> metadata) =>
        !metadata.OfType<IAllowAnonymous>().Any()
        && metadata.Any(static item => item is IAuthorizeData or AuthorizationPolicy or IAuthorizationRequirementData);
}
