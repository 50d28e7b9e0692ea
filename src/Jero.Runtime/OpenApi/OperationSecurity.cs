using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Jero.OpenApi;

/// <summary>Describes what an endpoint's authorization metadata requires of its caller.</summary>
internal sealed class OperationSecurity(IDictionary<string, JsonObject> schemes, AuthorizationOptions? authorization)
{
    /// <summary>Adds the ways to authenticate, and the answers to callers who are not authenticated or not allowed.</summary>
    public void Describe(JsonObject operation, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return;
        }

        var demands = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        var policies = PoliciesOf(endpoint, demands).ToList();
        var requirements = endpoint.Metadata.GetOrderedMetadata<IAuthorizationRequirementData>();
        if (demands.Count == 0 && policies.Count == 0 && requirements.Count == 0)
        {
            return;
        }

        var alternatives = Alternatives(demands, policies);
        if (alternatives.Count > 0)
        {
            operation["security"] = new JsonArray([.. alternatives.Select(static name => new JsonObject { [name] = new JsonArray() })]);
        }

        // ASP.NET Core sends these answers without a body.
        OperationResponses.Add(operation, "401", new JsonObject { ["description"] = "The caller is not authenticated." });
        if (demands.Any(static demand => !string.IsNullOrEmpty(demand.Roles)) || policies.Any(CanForbid)
            || requirements.Count > 0)
        {
            OperationResponses.Add(operation, "403", new JsonObject { ["description"] = "The caller is not allowed to do this." });
        }
    }

    // Null stands for a policy that only the app's own policy provider knows.
    private IEnumerable<AuthorizationPolicy?> PoliciesOf(RouteEndpoint endpoint, IReadOnlyList<IAuthorizeData> demands)
    {
        foreach (var policy in endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>())
        {
            yield return policy;
        }

        foreach (var demand in demands)
        {
            if (!string.IsNullOrEmpty(demand.Policy))
            {
                yield return authorization?.GetPolicy(demand.Policy);
            }
            else if (string.IsNullOrEmpty(demand.Roles) && authorization is not null)
            {
                yield return authorization.DefaultPolicy;
            }
        }

        if (demands.Count == 0 && authorization?.FallbackPolicy is { } fallback)
        {
            yield return fallback;
        }
    }

    private List<string> Alternatives(IReadOnlyList<IAuthorizeData> demands, List<AuthorizationPolicy?> policies)
    {
        var named = demands
            .SelectMany(static demand => (demand.AuthenticationSchemes ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Concat(policies.SelectMany(static policy => policy?.AuthenticationSchemes ?? []))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. schemes.Keys.Where(name => named.Count == 0 || named.Contains(name)).Order(StringComparer.Ordinal)];
    }

    private static bool CanForbid(AuthorizationPolicy? policy) =>
        policy is null || policy.Requirements.Any(static requirement => requirement is not DenyAnonymousAuthorizationRequirement);
}
