using System.Globalization;
using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Documentation;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>
/// What attributes and documentation say of a handler's responses: <c>[ProducesResponseType]</c>, <c>&lt;response code="…"&gt;</c> and
/// <c>&lt;returns&gt;</c>.
/// </summary>
internal static class DeclaredResponses
{
    /// <summary>The responses that are found by type, with what is declared of them, and those that are only declared.</summary>
    public static EquatableArray<Response> Add(
        IEnumerable<Response> found, IMethodSymbol method, DocumentationComment documentation, EquatableArray<int> statuses, ParseContext context)
    {
        var responses = found.ToList();
        var settled = new HashSet<TypeName>();
        foreach (var attribute in method.ContainingType.GetAttributes().Concat(method.GetAttributes()))
        {
            if (Declaration.Of(attribute) is not { } declaration)
            {
                continue;
            }

            if (ResponseStatuses.ReasonAgainst(declaration.Status, ResponseKind.Result) is { } reason)
            {
                var place = PlaceOf(attribute, context) ?? method.SourceLocation();
                context.Fail(DiagnosticDescriptors.BadStatus, place, method.Message(), declaration.Status.ToString(CultureInfo.InvariantCulture), reason);
            }
            else
            {
                Add(responses, settled, declaration, method, context);
            }
        }

        foreach (var text in documentation.Responses.OrderBy(static pair => pair.Key))
        {
            Describe(responses, text.Key, text.Value, statuses);
        }

        if (documentation.Returns is { } returns
            && responses.FindIndex(static response => response is { Kind.IsWrapper: true, Description: null }) is >= 0 and var first)
        {
            responses[first] = responses[first] with { Description = returns };
        }

        return responses.ToEquatableArray();
    }

    // The constant in the user's code, or else the attribute.
    private static Location? PlaceOf(AttributeData attribute, ParseContext context)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
        {
            return null;
        }

        var model = context.Compilation.GetSemanticModel(syntax.SyntaxTree);
        return (syntax.ArgumentList?.Arguments.FirstOrDefault(argument => model.GetConstantValue(argument.Expression).Value is int)?.Expression ?? (SyntaxNode)syntax).GetLocation();
    }

    private static void Add(List<Response> responses, HashSet<TypeName> settled, Declaration declaration, IMethodSymbol method, ParseContext context)
    {
        var type = declaration.Type?.ToBareName();
        var sent = responses.FindIndex(response => response.Kind.IsWrapper
            && (type is null ? declaration.Status is >= 200 and < 300 : response.ItemTypeName == type));
        if (responses.FindIndex(response => response.Status == declaration.Status && (type is null || response.ItemTypeName == type)) is >= 0 and var known)
        {
            settled.Add(responses[known].TypeName);
            responses[known] = responses[known] with { Description = declaration.Description ?? responses[known].Description };
        }
        else if (sent >= 0 && responses[sent].Status == 200 && settled.Add(responses[sent].TypeName))
        {
            responses[sent] = responses[sent] with { Status = declaration.Status, Description = declaration.Description };
        }
        else if (sent >= 0)
        {
            responses.Insert(sent + 1, responses[sent] with { Status = declaration.Status, Description = declaration.Description });
        }
        else
        {
            AddOther(responses, declaration, method, context);
        }
    }

    private static void AddOther(List<Response> responses, Declaration declaration, IMethodSymbol method, ParseContext context)
    {
        var isProblem = declaration.Type is { } problem && ResultTypes.IsProblem(problem);
        var fault = new ShapeFault();
        var shape = declaration.Type is null || isProblem ? null : JsonShapeParser.ParseRoot(declaration.Type, context, fault);
        if (fault.Found)
        {
            context.Fail(fault, method.SourceLocation(), method);
            return;
        }

        responses.Add(Other(declaration.Status) with
        {
            ContentType = declaration.ContentType ?? (isProblem ? "application/problem+json" : shape is null ? null : "application/json"),
            ItemTypeName = declaration.Type?.ToBareName(),
            Item = shape,
            IsProblem = isProblem,
            Description = declaration.Description,
        });
    }

    private static void Describe(List<Response> responses, int status, string text, EquatableArray<int> statuses)
    {
        if (!responses.Exists(response => response.Status == status))
        {
            // A handler answers with an error by throwing a problem. What is rejected before it runs is also a problem.
            var isProblem = status >= 400 || statuses.Contains(status);
            responses.Add(Other(status) with { ContentType = isProblem ? "application/problem+json" : null, IsProblem = isProblem });
        }

        for (var i = 0; i < responses.Count; i++)
        {
            responses[i] = responses[i].Status == status ? responses[i] with { Description = text } : responses[i];
        }
    }

    private static Response Other(int status) => new()
    {
        Kind = ResponseKind.Result,
        Status = status,
        TypeName = TypeName.None,
        ContentType = null,
        ItemTypeName = null,
        Item = null,
        Headers = [],
        IsReturned = false,
    };

    /// <summary>What one <c>[ProducesResponseType]</c> says.</summary>
    private sealed record Declaration(int Status, ITypeSymbol? Type, string? ContentType, string? Description)
    {
        public static Declaration? Of(AttributeData attribute)
        {
            if (attribute.AttributeClass is not { Name: "ProducesResponseTypeAttribute" } type
                || type.ContainingNamespace?.ToDisplayString() != "Microsoft.AspNetCore.Mvc"
                || attribute.ConstructorArguments.Select(static argument => argument.Value).OfType<int>().ToList() is not [var status])
            {
                return null;
            }

            var arguments = attribute.ConstructorArguments;
            var body = type.TypeArguments.FirstOrDefault() ?? arguments.Select(static argument => argument.Value).OfType<ITypeSymbol>().FirstOrDefault();
            return new Declaration(
                status,
                body is { SpecialType: SpecialType.System_Void } ? null : body,
                arguments.Where(static argument => argument.Kind == TypedConstantKind.Primitive).Select(static argument => argument.Value).OfType<string>().FirstOrDefault(),
                attribute.NamedString("Description"));
        }
    }
}
