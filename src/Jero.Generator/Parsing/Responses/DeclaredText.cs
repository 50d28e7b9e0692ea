using Jero.Generator.Parsing.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Finds what a handler sets of its response by a constant.</summary>
internal static class DeclaredText
{
    /// <summary>
    /// Returns the one constant that the handler's body assigns to <paramref name="member"/> in an initializer; null if there is none, or
    /// more than one.
    /// </summary>
    public static string? Of(string member, IMethodSymbol method, ParseContext context)
    {
        var declared = method.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(context.CancellationToken).DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment is { Parent: InitializerExpressionSyntax, Left: IdentifierNameSyntax { Identifier.ValueText: var name } } && name == member)
            .Select(assignment => context.Compilation.GetSemanticModel(assignment.SyntaxTree)
                .GetConstantValue(assignment.Right, context.CancellationToken).Value as string)
            .Distinct()
            .ToList();
        return declared.Count == 1 ? declared[0] : null;
    }
}
