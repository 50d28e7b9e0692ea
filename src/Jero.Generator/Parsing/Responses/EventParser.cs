using Jero.Generator.Diagnostics;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Finds constants in the events of an endpoint class that <c>ServerSentEvent</c> would refuse at run time.</summary>
internal static class EventParser
{
    public static void Check(INamedTypeSymbol type, ParseContext context)
    {
        var assignments = type.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(context.CancellationToken).DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(static assignment => assignment is { Parent: InitializerExpressionSyntax, Left: IdentifierNameSyntax { Identifier.ValueText: "Event" or "Id" } });
        foreach (var assignment in assignments)
        {
            var model = context.Compilation.GetSemanticModel(assignment.SyntaxTree);
            var name = ((IdentifierNameSyntax)assignment.Left).Identifier.ValueText;
            if (model.GetConstantValue(assignment.Right, context.CancellationToken).Value is string value
                && value.Any(character => character is '\r' or '\n' || (character == '\0' && name == "Id"))
                && model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol?.ContainingType.Is("Jero", "ServerSentEvent`1") == true)
            {
                context.Warn(DiagnosticDescriptors.LineBreakInEvent, assignment.Right.GetLocation(), name, SymbolNames.Literal(value));
            }
        }
    }
}
