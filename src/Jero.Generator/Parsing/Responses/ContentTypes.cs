using Jero.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Finds the content type that a handler's responses will have.</summary>
internal static class ContentTypes
{
    public static string Of(ResponseKind kind, IMethodSymbol method, ParseContext context) => kind switch
    {
        ResponseKind.NdjsonStream => Declared(method, context) ?? "application/x-ndjson",
        ResponseKind.EventStream or ResponseKind.TextEventStream => "text/event-stream",
        ResponseKind.Json => "application/json",
        _ => Declared(method, context) ?? "application/octet-stream",
    };

    /// <summary>The one constant that the handler's body assigns to <c>ContentType</c> in an initializer; null where there is none, or more.</summary>
    private static string? Declared(IMethodSymbol method, ParseContext context)
    {
        var declared = method.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(context.CancellationToken).DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(static assignment => assignment is { Parent: InitializerExpressionSyntax, Left: IdentifierNameSyntax { Identifier.ValueText: "ContentType" } })
            .Select(assignment => context.Compilation.GetSemanticModel(assignment.SyntaxTree)
                .GetConstantValue(assignment.Right, context.CancellationToken).Value as string)
            .Distinct()
            .ToList();
        return declared.Count == 1 ? declared[0] : null;
    }
}
