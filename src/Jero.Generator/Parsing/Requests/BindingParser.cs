using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Requests;

/// <summary>Decides where one value comes from: as an attribute says, or else as its type and name suggest.</summary>
internal static class BindingParser
{
    public static BoundValue? Parse(BindingTarget target, HandlerScope scope) =>
        Refuses(target, scope) ? null
        : ByAttribute(target, scope, out var isDecided) is { } said ? said
        : isDecided ? null
        : ByType(target, scope);

    /// <summary>
    /// Returns whether the value cannot be bound: generated code cannot hold it, which is reported, or the declaration is half-typed.
    /// </summary>
    public static bool Refuses(BindingTarget target, HandlerScope scope)
    {
        if (target.Name.Length == 0 || Reachable.IsUnfinished(target.Type))
        {
            scope.Context.Abandon();
            return true;
        }

        var reason = target.Member is IPropertySymbol { SetMethod: { } setter } && target.IsAssigned && !scope.Context.Reachable.CanUse(setter, isInClass: true)
            ? "generated code cannot set it, so remove it or remove 'true' from its [Obsolete]"
            : scope.Context.Reachable.ReasonAgainstValue(target.Type);
        if (reason is not null)
        {
            scope.Refuse(target, "a request", reason);
        }

        return reason is not null;
    }

    /// <summary>Whether generated code can repeat the key of a constructor's argument.</summary>
    public static bool CanUseKey(IParameterSymbol symbol, Reachable reachable) =>
        symbol.Attribute(KnownTypes.FromKeyedServicesAttribute)?.ConstructorArguments.All(key => reachable.CanUse(key, isInClass: true)) != false;

    /// <summary>How a constructor's argument is taken from the request and its services.</summary>
    public static ValueSource ServiceArgument(IParameterSymbol symbol) => PartOf(symbol.Type)
        ?? (ValueSource)Service(
            symbol.Type,
            symbol.Attribute(KnownTypes.FromKeyedServicesAttribute),
            symbol.HasExplicitDefaultValue || symbol.NullableAnnotation == NullableAnnotation.Annotated,
            DefaultOfService(symbol));

    private static BoundValue? ByAttribute(BindingTarget target, HandlerScope scope, out bool isDecided)
    {
        isDecided = true;
        if (target.Says(KnownTypes.IFromRouteMetadata) is { } fromRoute)
        {
            var name = target.WireName(fromRoute);
            if (scope.Route.Find(name) is { } named)
            {
                return ValueBindings.Parse(target, BindingSource.Route, named.Name, scope);
            }

            scope.Refuse(target, $"the route '{scope.Route.Template}', which has no parameter '{name}'", $"add '{{{name}}}' to the route");
            return null;
        }

        if (target.Says(KnownTypes.IFromQueryMetadata) is { } fromQuery)
        {
            return ValueBindings.Parse(target, BindingSource.Query, target.WireName(fromQuery), scope);
        }

        if (target.Says(KnownTypes.IFromHeaderMetadata) is { } fromHeader)
        {
            return ValueBindings.Parse(target, BindingSource.Header, target.WireName(fromHeader), scope);
        }

        if (target.Says(KnownTypes.IFromFormMetadata) is { } fromForm)
        {
            return FormBindings.Parse(target, target.WireName(fromForm), scope);
        }

        if (target.Says(KnownTypes.IFromBodyMetadata) is { } fromBody)
        {
            return SequenceBindings.Is(target) ? SequenceBindings.Parse(target, scope)
                : BodyBindings.ParseBytes(target) ?? BodyBindings.ParseJson(target, BodyBindings.AllowsEmpty(fromBody), scope);
        }

        var keyed = target.Has(KnownTypes.FromKeyedServicesAttribute);
        scope.CheckKey(keyed, target);
        if (keyed is not null || target.Says(KnownTypes.IFromServiceMetadata) is not null)
        {
            return Taken(target, BindingSource.Services, Service(target.Type, keyed, target.IsOptional, DefaultOfService(target.Parameter)));
        }

        isDecided = false;
        return null;
    }

    private static BoundValue? ByType(BindingTarget target, HandlerScope scope)
    {
        if (PartOf(target.Type) is { } part)
        {
            return Taken(target, BindingSource.Request, part);
        }

        if ((BodyBindings.ParseBytes(target) ?? FormBindings.ParseFile(target, target.Name) ?? CustomBindings.Parse(target, scope)) is { } special)
        {
            return special;
        }

        if (SequenceBindings.Is(target))
        {
            return SequenceBindings.Parse(target, scope);
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
            scope.Refuse(target, "a form without its field's name", "add [FromForm] to read the files of that field, or take an IFormFileCollection for all");
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
                InferredService = scope.InfersBody && !target.IsOptional ? target.Type.ToBareName() : null,
            };
        }

        if (isData && CollectionTypes.Find(target.Type) is null)
        {
            scope.Refuse(
                target,
                "one value of a route, a query or a header",
                "add [AsParameters] to bind its members, [FromBody] if it is the body, or [FromServices] if it is a service");
            return null;
        }

        scope.Refuse(
            target,
            scope.InfersBody ? "a route, a query, a header, a body or a service" : "a route, a query, a header or a service",
            "use a string, a number, an enum, an array of these, or another type that can be parsed, or say where it comes from with an attribute");
        return null;
    }

    private static BoundValue Taken(BindingTarget target, BindingSource source, ValueSource value) =>
        new(target, target.Bind(source, target.Name, value));

    private static ServiceSource Service(ITypeSymbol type, AttributeData? keyed, bool isOptional, Constant? fallback = null) =>
        new(type.ToBareName(), keyed is { ConstructorArguments: [var key] } ? ConstantParser.Of(key) : null, isOptional, fallback);

    private static Constant? DefaultOfService(IParameterSymbol? symbol) =>
        symbol is { HasExplicitDefaultValue: true } && (symbol.Type.IsValueType || symbol.ExplicitDefaultValue is not null)
            ? ConstantParser.Default(symbol)
            : null;

    private static RequestPart? PartOf(ITypeSymbol type) =>
        type.Is(KnownTypes.CancellationToken) ? new RequestPart(RequestPartKind.Aborted)
        : type.Is(KnownTypes.StreamStopping) ? new RequestPart(RequestPartKind.Stopping)
        : type.Is(KnownTypes.HttpContext) ? new RequestPart(RequestPartKind.Context)
        : type.Is(KnownTypes.HttpRequest) ? new RequestPart(RequestPartKind.Request)
        : type.Is(KnownTypes.HttpResponse) ? new RequestPart(RequestPartKind.Response)
        : type.Is(KnownTypes.ClaimsPrincipal) ? new RequestPart(RequestPartKind.User)
        : null;
}
