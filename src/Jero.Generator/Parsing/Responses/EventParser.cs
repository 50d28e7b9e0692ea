using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Reads the constants of the events of an endpoint class: how they are called, and what <c>ServerSentEvent</c> would refuse at run time.</summary>
internal static class EventParser
{
    /// <summary>The names that events are given as constants, ordinal; others may be known at run time only.</summary>
    public static EquatableArray<string> Parse(INamedTypeSymbol type, ParseContext context)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var assignments = type.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(context.CancellationToken).DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Where(static assignment => assignment is { Parent: InitializerExpressionSyntax, Left: IdentifierNameSyntax { Identifier.ValueText: "Event" or "Id" } });
        foreach (var assignment in assignments)
        {
            var model = context.Compilation.GetSemanticModel(assignment.SyntaxTree);
            var member = ((IdentifierNameSyntax)assignment.Left).Identifier.ValueText;
            if (model.GetConstantValue(assignment.Right, context.CancellationToken).Value is not string value
                || model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol?.ContainingType.Is(KnownTypes.ServerSentEvent) != true)
            {
                continue;
            }

            if (value.Any(character => character is '\r' or '\n' || (character == '\0' && member == "Id")))
            {
                context.Warn(DiagnosticDescriptors.LineBreakInEvent, assignment.Right.GetLocation(), member, SymbolNames.Literal(value));
            }
            else if (member == "Event")
            {
                names.Add(value);
            }
        }

        return names.ToEquatableArray();
    }
}
