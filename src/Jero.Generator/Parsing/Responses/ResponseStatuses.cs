using System.Globalization;
using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>
/// Finds the statuses that a handler's responses have, as far as its body shows: a constant <c>StatusCode</c> where a response is
/// constructed, and the factories of <c>JSONResponse</c>.
/// </summary>
internal static class ResponseStatuses
{
    /// <summary>Returns the response once for each status in the body, in ascending order, or with 200 if the body has none.</summary>
    public static IEnumerable<Response> Of(Response response, ITypeSymbol type, IMethodSymbol method, ParseContext context)
    {
        var said = Said(response.Kind, type, method, context).Distinct().OrderBy(static place => place.Status).ToList();
        return said.Count == 0
            ? [response]
            : said.Select(place => response with { Status = place.Status, HasLocation = place.HasLocation });
    }

    private static IEnumerable<(int Status, bool HasLocation)> Said(ResponseKind kind, ITypeSymbol type, IMethodSymbol method, ParseContext context)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var body = reference.GetSyntax(context.CancellationToken);
            if (!body.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "StatusCode" or "Created" or "Accepted"))
            {
                continue;
            }

            var model = context.Compilation.GetSemanticModel(body.SyntaxTree);
            foreach (var node in body.DescendantNodes().Where(node => IsOf(node, type, model)))
            {
                if (node is BaseObjectCreationExpressionSyntax creation)
                {
                    var constant = Constant(creation, model);
                    if (constant is (var status, var place) && ReasonAgainst(status, kind) is { } reason)
                    {
                        context.Fail(DiagnosticDescriptors.BadStatus, place.GetLocation(), method.Message(), status.ToString(CultureInfo.InvariantCulture), reason);
                    }

                    yield return (constant?.Status ?? 200, false);
                }
                else if (Factory(node, model) is { } made)
                {
                    yield return (made, true);
                }
            }
        }
    }

    private static bool IsOf(SyntaxNode node, ITypeSymbol type, SemanticModel model) =>
        node is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax
        && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(node).Type, type);

    /// <summary>Returns why no response can have the status, and what to do; null if one can.</summary>
    public static string? ReasonAgainst(int status, ResponseKind kind) =>
        status is < 200 or > 599 ? "a response has one from 200 to 599 (RFC 9110, section 15)"
        : status is 204 or 205 or 304 && kind.IsStream ? "it forbids the body that a stream has, so return Results<..., NoContent> to answer without one"
        : null;

    private static (int Status, SyntaxNode Place)? Constant(BaseObjectCreationExpressionSyntax creation, SemanticModel model) => creation.Initializer?.Expressions
        .OfType<AssignmentExpressionSyntax>()
        .Where(static assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "StatusCode" })
        .Select(assignment => model.GetConstantValue(assignment.Right).Value is int status ? (status, (SyntaxNode)assignment.Right) : ((int, SyntaxNode)?)null)
        .FirstOrDefault();

    private static int? Factory(SyntaxNode node, SemanticModel model) => model.GetSymbolInfo(node).Symbol is IMethodSymbol { ContainingType: { } container } factory
        && container.Is(KnownTypes.JSONResponse)
            ? factory.Name switch
            {
                "Created" => 201,
                "Accepted" => 202,
                _ => null,
            }
            : null;
}
