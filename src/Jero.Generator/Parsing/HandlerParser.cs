using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Documentation;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Requests;
using Jero.Generator.Parsing.Responses;
using Jero.Generator.Parsing.Symbols;
using Jero.Generator.Parsing.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Jero.Generator.Parsing;

/// <summary>Reads the handlers of an endpoint class.</summary>
internal static class HandlerParser
{
    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete", "Query"];

    public static EquatableArray<Handler> ParseAll(
        INamedTypeSymbol type, Route route, Location location, ValidationParser validation, ParseContext context)
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
            context.Fail(DiagnosticDescriptors.DuplicateVerb, group.Last().Method.SourceLocation(), type.Message(), group.Key!.ToUpperInvariant());
        }

        var handlers = new List<Handler>();
        foreach (var (method, verb) in methods)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (Parse(type, method, verb!, route, validation, context) is { } handler)
            {
                handlers.Add(handler);
            }
        }

        return handlers.ToEquatableArray();
    }

    private static Handler? Parse(
        INamedTypeSymbol type, IMethodSymbol method, string verb, Route route, ValidationParser validation, ParseContext context)
    {
        if ((HandlerRules.FindFault(method) ?? HandlerRules.FindFaultOfOverload(type, method)) is var (fault, fix))
        {
            context.Fail(DiagnosticDescriptors.UnsupportedHandler, method.SourceLocation(), method.Message(), fault, fix);
            return null;
        }

        if (Reachable.IsUnfinished(method.ReturnType) || method.Parameters.Any(static parameter => parameter.Name.Length == 0 || Reachable.IsUnfinished(parameter.Type)))
        {
            context.Abandon();
            return null;
        }

        var upper = verb.ToUpperInvariant();
        if (!context.Reachable.CanUse(method, isInClass: true))
        {
            context.Fail(
                DiagnosticDescriptors.UnsupportedHandler, method.SourceLocation(), method.Message(), "has a diagnostic id that is not an identifier, so no #pragma can name it", "use another id");
            return null;
        }

        var responses = ResponseParser.Parse(method, context, out var isAwaited);
        if (responses.Count == 0)
        {
            return null;
        }

        if (upper is not ("GET" or "QUERY") && responses.Any(static response => response.Kind.HasEvents))
        {
            context.Warn(DiagnosticDescriptors.EventStreamNotGet, method.SourceLocation(), method.Message(), method.ReturnType.Message(), upper);
        }

        var parameters = new ParameterParser(new HandlerScope(method, upper, route, validation, context));
        parameters.ParseAll();
        foreach (var unbound in route.Parameters.Where(parameter => !parameters.TakesFromRoute(parameter.Name)))
        {
            context.Fail(DiagnosticDescriptors.UnboundRouteParameter, method.SourceLocation(), route.Template, unbound.Name, method.Message());
        }

        if (context.HasFailed)
        {
            return null;
        }

        var documentation = DocumentationComment.Of(method, context.CancellationToken);
        var statuses = Statuses(parameters, responses).ToEquatableArray();
        responses = InEveryForm(DeclaredResponses.Add(responses, method, documentation, statuses, context), upper).ToEquatableArray();
        return new Handler
        {
            MethodName = method.Name,
            IsAmbiguous = type.GetMembers(method.Name).Length > 1,
            Verb = upper,
            IsStatic = method.IsStatic,
            IsAwaited = isAwaited,
            ReturnType = method.ReturnType.ToName(),
            NeedsDelegateType = NeedsDelegateType(type, method, context.Compilation),
            NestedClass = FreeName(type, $"{verb}Handler"),
            Parameters = parameters.Parameters,
            Bindings = parameters.Bindings,
            Body = parameters.Body,
            Services = parameters.Services,
            Validated = parameters.Validated,
            IsAsync = isAwaited || parameters.IsAwaited || parameters.Validated.Count > 0,
            Responses = responses,
            Metadata = ClassAttributes.Of(type, context).ToEquatableArray(),
            Operation = new Operation(
                verb.ToLowerInvariant() + OperationName(type.Name),
                documentation.Summary,
                documentation.Remarks,
                statuses),
        };
    }

    // Before C# 13, an extension method of the same name anywhere in scope removes the natural type of a method group.
    // https://learn.microsoft.com/dotnet/csharp/language-reference/proposals/csharp-13.0/method-group-natural-type-improvements
    private static bool NeedsDelegateType(INamedTypeSymbol type, IMethodSymbol method, Compilation compilation) =>
        HandlerRules.IsOverloaded(type, method)
        || (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp13 } && method.Parameters.Length <= 16);

    /// <summary>Returns the verb that a method of this name answers; null if it is not a handler.</summary>
    public static string? VerbOf(string name) =>
        Verbs.FirstOrDefault(verb => name == verb || name == verb + "Async");

    private static string OperationName(string typeName) =>
        typeName.EndsWith("Endpoint", StringComparison.Ordinal) && typeName.Length > "Endpoint".Length
            ? typeName.Substring(0, typeName.Length - "Endpoint".Length)
            : typeName;

    // What can happen before the handler runs, ascending.
    private static IEnumerable<Response> InEveryForm(EquatableArray<Response> responses, string verb) =>
        responses.SelectMany(response => response.Kind.IsNegotiated
            ? (verb is "GET" or "QUERY" ? ResponseKind.ForQuestions : ResponseKind.ForCommands).Select(kind => response with { Kind = kind, ContentType = kind.ContentType })
            : [response]);

    private static IEnumerable<int> Statuses(ParameterParser parameters, EquatableArray<Response> responses)
    {
        if (parameters.Body is { Kind: not RequestBodyKind.Bytes }
            || parameters.Validated.Count > 0
            || parameters.Bindings.Any(static binding => binding.Source != BindingSource.Route && binding.CanFail))
        {
            yield return 400;
        }

        if (parameters.Bindings.Any(static binding => binding.Source == BindingSource.Route && binding.CanFail))
        {
            yield return 404;
        }

        if (responses.Any(static response => response.Kind.IsNegotiated))
        {
            yield return 406;
        }

        if (parameters.Body is { Kind: not RequestBodyKind.Bytes })
        {
            yield return 413;
            yield return 415;
        }

        if (parameters.Body is { Kind: RequestBodyKind.Json or RequestBodyKind.Sequence })
        {
            yield return 422;
        }
    }

    /// <summary>Returns this name, or a similar one, that no member and not the class itself has (CS0542).</summary>
    public static string FreeName(INamedTypeSymbol type, string name)
    {
        while (name == type.Name || HasMember(type, name))
        {
            name = "Jero" + name;
        }

        return name;
    }

    private static bool HasMember(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
