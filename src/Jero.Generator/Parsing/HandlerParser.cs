using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing;

/// <summary>Reads the handlers of an endpoint class.</summary>
internal static class HandlerParser
{
    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete"];

    public static EquatableArray<Handler> ParseAll(INamedTypeSymbol type, RouteTemplate route, Location location, ParseContext context)
    {
        var methods = type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(static method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })
            .Select(static method => (Method: method, Verb: VerbOf(method.Name)))
            .Where(static candidate => candidate.Verb is not null)
            .ToList();
        if (methods.Count == 0)
        {
            context.Fail(DiagnosticDescriptors.NoHandler, location, type.Message(), HandlerRules.FixOfNone(type));
            return [];
        }

        foreach (var group in methods.GroupBy(static candidate => candidate.Verb).Where(static group => group.Count() > 1))
        {
            context.Fail(DiagnosticDescriptors.DuplicateVerb, LocationOf(group.Last().Method), type.Message(), group.Key!.ToUpperInvariant());
        }

        var handlers = new List<Handler>();
        foreach (var (method, verb) in methods)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (Parse(type, method, verb!, route, context) is { } handler)
            {
                handlers.Add(handler);
            }
        }

        return handlers.ToEquatableArray();
    }

    private static Handler? Parse(INamedTypeSymbol type, IMethodSymbol method, string verb, RouteTemplate route, ParseContext context)
    {
        if (HandlerRules.FindFault(method) is var (fault, fix))
        {
            context.Fail(DiagnosticDescriptors.UnsupportedHandler, LocationOf(method), method.Message(), fault, fix);
            return null;
        }

        var upper = verb.ToUpperInvariant();
        var response = ResponseParser.Parse(method, context, out var isAwaited);
        if (response is { Kind: ResponseKind.EventStream or ResponseKind.TextEventStream } && upper != "GET")
        {
            context.Warn(DiagnosticDescriptors.EventStreamNotGet, LocationOf(method), method.Message(), method.ReturnType.Message(), upper);
        }

        var parameters = ParameterParser.ParseAll(method, route, context);
        foreach (var unbound in route.Parameters.Where(parameter => !parameters.Any(candidate =>
            candidate.Source == ParameterSource.Route
            && string.Equals(candidate.WireName, parameter.Name, StringComparison.OrdinalIgnoreCase))))
        {
            context.Fail(DiagnosticDescriptors.UnboundRouteParameter, LocationOf(method), route.Template, unbound.Name, method.Message());
        }

        if (response is null || context.HasFailed)
        {
            return null;
        }

        var documentation = Documentation.Of(method, context.CancellationToken);
        return new Handler
        {
            MethodName = method.Name,
            Reference = type.GetMembers(method.Name).Length == 1 ? $"<see cref=\"{method.Name}\"/>" : $"<c>{method.Name}</c>",
            Verb = upper,
            IsStatic = method.IsStatic,
            IsAwaited = isAwaited,
            ReturnType = method.ReturnType.Code(),
            Members = new HandlerMembers(
                FreeName(type, $"RespondTo{verb}"),
                FreeName(type, $"Call{verb}"),
                FreeName(type, $"CallFiltered{verb}"),
                FreeName(type, $"Send{verb}"),
                FreeName(type, $"{verb}Operation")),
            Parameters = parameters,
            Response = response,
            Metadata = AttributeExpressions.Of(type).Concat(AttributeExpressions.Of(method)).ToEquatableArray(),
            Operation = new Operation(
                verb.ToLowerInvariant() + OperationName(type.Name),
                documentation.Summary,
                documentation.Remarks,
                Statuses(parameters)),
        };
    }

    /// <summary>The verb that a method of this name answers; null where it is no handler.</summary>
    public static string? VerbOf(string name) =>
        Verbs.FirstOrDefault(verb => name == verb || name == verb + "Async");

    private static string OperationName(string typeName) =>
        typeName.EndsWith("Endpoint", StringComparison.Ordinal) && typeName.Length > "Endpoint".Length
            ? typeName.Substring(0, typeName.Length - "Endpoint".Length)
            : typeName;

    private static EquatableArray<int> Statuses(EquatableArray<Parameter> parameters)
    {
        var statuses = new List<int>();
        if (parameters.Any(static parameter => parameter.Source is ParameterSource.Query or ParameterSource.Header && parameter.CanFail))
        {
            statuses.Add(400);
        }

        if (parameters.Any(static parameter => parameter.Source == ParameterSource.Route && parameter.CanFail))
        {
            statuses.Add(404);
        }

        return statuses.ToEquatableArray();
    }

    /// <summary>This name, or one like it, that is no member's.</summary>
    public static string FreeName(INamedTypeSymbol type, string name)
    {
        while (HasMember(type, name))
        {
            name = "Jero" + name;
        }

        return name;
    }

    private static bool HasMember(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.MemberNames.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static Location? LocationOf(ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);
}
