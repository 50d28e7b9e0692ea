using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Decides where one value comes from: what an attribute says, else what its type and name suggest.</summary>
internal static class BindingParser
{
    private const string Http = "Microsoft.AspNetCore.Http";
    private const string Services = "Microsoft.Extensions.DependencyInjection";
    private const string KeyedServices = "FromKeyedServicesAttribute";

    public static BoundValue? Parse(BindingTarget target, HandlerScope scope) =>
        Refuses(target, scope) ? null
        : ByAttribute(target, scope, out var isDecided) is { } said ? said
        : isDecided ? null
        : ByType(target, scope);

    /// <summary>Whether generated code cannot hold the value, which is reported, or the declaration is half-typed.</summary>
    public static bool Refuses(BindingTarget target, HandlerScope scope)
    {
        if (target.Name.Length == 0 || Reachable.IsUnfinished(target.Type))
        {
            scope.Context.Abandon();
            return true;
        }

        var reason = target.Member is IPropertySymbol { SetMethod: { } setter } && target.IsAssigned && !scope.Context.Reachable.CanUse(setter, isInClass: true)
            ? "generated code cannot set it, take it out or take 'true' out of its [Obsolete]"
            : scope.Context.Reachable.ReasonAgainstValue(target.Type);
        if (reason is not null)
        {
            scope.Refuse(target, "a request", reason);
        }

        return reason is not null;
    }

    /// <summary>Whether generated code can repeat the key of a constructor's argument.</summary>
    public static bool CanUseKey(IParameterSymbol symbol, Reachable reachable) =>
        symbol.Attribute(Services, KeyedServices)?.ConstructorArguments.All(key => reachable.CanUse(key, isInClass: true)) != false;

    /// <summary>The expression that takes a constructor's argument from the request's services.</summary>
    public static string ServiceArgument(IParameterSymbol symbol) => RequestArgument(symbol.Type)
        ?? Service(
            symbol.Type,
            symbol.Attribute(Services, KeyedServices),
            symbol.HasExplicitDefaultValue || symbol.NullableAnnotation == NullableAnnotation.Annotated,
            DefaultOfService(symbol));

    private static BoundValue? ByAttribute(BindingTarget target, HandlerScope scope, out bool isDecided)
    {
        isDecided = true;
        if (target.Says("IFromRouteMetadata") is { } fromRoute)
        {
            var name = target.WireName(fromRoute);
            if (scope.Route.Find(name) is { } named)
            {
                return ValueBindings.Parse(target, BindingSource.Route, named.Name, scope);
            }

            scope.Refuse(target, $"the route '{scope.Route.Template}', which has no parameter '{name}'", $"add '{{{name}}}' to the route");
            return null;
        }

        if (target.Says("IFromQueryMetadata") is { } fromQuery)
        {
            return ValueBindings.Parse(target, BindingSource.Query, target.WireName(fromQuery), scope);
        }

        if (target.Says("IFromHeaderMetadata") is { } fromHeader)
        {
            return ValueBindings.Parse(target, BindingSource.Header, target.WireName(fromHeader), scope);
        }

        if (target.Says("IFromFormMetadata") is { } fromForm)
        {
            return FormBindings.Parse(target, target.WireName(fromForm), scope);
        }

        if (target.Says("IFromBodyMetadata") is { } fromBody)
        {
            return BodyBindings.ParseBytes(target) ?? BodyBindings.ParseJson(target, BodyBindings.AllowsEmpty(fromBody), scope);
        }

        var keyed = target.Has(Services, KeyedServices);
        scope.CheckKey(keyed, target);
        if (keyed is not null || target.Says("IFromServiceMetadata") is not null)
        {
            return Taken(target, BindingSource.Services, Service(target.Type, keyed, target.IsOptional, DefaultOfService(target.Parameter)));
        }

        isDecided = false;
        return null;
    }

    private static BoundValue? ByType(BindingTarget target, HandlerScope scope)
    {
        if (RequestArgument(target.Type) is { } argument)
        {
            return Taken(target, BindingSource.Request, argument);
        }

        if ((BodyBindings.ParseBytes(target) ?? FormBindings.ParseFile(target, target.Name) ?? CustomBindings.Parse(target, scope)) is { } special)
        {
            return special;
        }

        if (scope.Route.Find(target.Name) is { } parameter)
        {
            return ValueBindings.Parse(target, BindingSource.Route, parameter.Name, scope);
        }

        if (ValueBindings.IsQuery(target, scope))
        {
            return ValueBindings.Parse(target, BindingSource.Query, target.Name, scope, isInferred: true);
        }

        if (FormBindings.IsFiles(target.Type))
        {
            scope.Refuse(target, "a form without its field's name", "say [FromForm] to read the files of that field, or take an IFormFileCollection for all");
            return null;
        }

        var isData = ServiceRules.IsData(target.Type);
        if (scope.InfersBody && (isData || BodyBindings.CanBeBody(target, scope)))
        {
            return BodyBindings.ParseJson(target, allowsEmpty: false, scope) is { } json
                ? json with { Body = json.Body! with { IsInferred = true } }
                : null;
        }

        if (!isData && target.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface })
        {
            return Taken(target, BindingSource.Services, Service(target.Type, keyed: null, target.IsOptional, DefaultOfService(target.Parameter))) with
            {
                InferredService = scope.InfersBody && !target.IsOptional ? target.Type.BareCode() : null,
            };
        }

        if (isData && CollectionTypes.Find(target.Type) is null)
        {
            scope.Refuse(
                target,
                "one value of a route, a query or a header",
                "say [AsParameters] to bind its members, [FromBody] where a body is meant, or [FromServices] where it is a service");
            return null;
        }

        scope.Refuse(
            target,
            scope.InfersBody ? "a route, a query, a header, a body or a service" : "a route, a query, a header or a service",
            "use a string, a number, an enum, an array of these, or another type that can be parsed, or say where it comes from by an attribute");
        return null;
    }

    private static BoundValue Taken(BindingTarget target, BindingSource source, string expression) =>
        new(target, target.Bind(source, target.Name, expression));

    private static string Service(ITypeSymbol type, AttributeData? keyed, bool isOptional, string? fallback = null)
    {
        var key = keyed is { ConstructorArguments: [var argument] } ? ", " + ConstantExpressions.Of(argument) : "";
        return fallback is null
            ? $"JeroGen::EndpointServices.{(isOptional ? "Optional" : "Required")}<{type.BareCode()}>(http{key})"
            : $"JeroGen::EndpointServices.OrDefault<{type.BareCode()}>(http{key}, {fallback})";
    }

    private static string? DefaultOfService(IParameterSymbol? symbol) =>
        symbol is { HasExplicitDefaultValue: true } && (symbol.Type.IsValueType || symbol.ExplicitDefaultValue is not null)
            ? ConstantExpressions.Default(symbol)
            : null;

    private static string? RequestArgument(ITypeSymbol type) =>
        type.Is("System.Threading", "CancellationToken") ? "http.RequestAborted"
        : type.Is(Http, "HttpContext") ? "http"
        : type.Is(Http, "HttpRequest") ? "http.Request"
        : type.Is(Http, "HttpResponse") ? "http.Response"
        : type.Is("System.Security.Claims", "ClaimsPrincipal") ? "http.User"
        : null;
}
