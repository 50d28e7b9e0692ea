using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>
/// Reads the constants in the events of an endpoint class: the names of the events, and what <c>ServerSentEvent</c> and <c>SSEResponse</c>
/// would reject at run time.
/// </summary>
internal static class EventParser
{
    /// <summary>Returns the event names that are constants, in ordinal order. Others may be known only at run time.</summary>
    public static EquatableArray<string> Parse(INamedTypeSymbol type, ParseContext context)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var texts = type.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(context.CancellationToken).DescendantNodes())
            .Select(Text)
            .OfType<(SimpleNameSyntax Name, ExpressionSyntax Value)>();
        foreach (var (name, text) in texts)
        {
            var model = context.Compilation.GetSemanticModel(name.SyntaxTree);
            if (model.GetConstantValue(text, context.CancellationToken).Value is not string value
                || model.GetSymbolInfo(name, context.CancellationToken).Symbol?.ContainingType is not { } owner)
            {
                continue;
            }

            var member = name.Identifier.ValueText == "Empty" ? "Id" : name.Identifier.ValueText;
            if (owner.Is(KnownTypes.SSEResponse))
            {
                if (value.Any(static character => character is '\r' or '\n' or '\0'))
                {
                    context.Warn(DiagnosticDescriptors.LineBreakInEventName, text.GetLocation(), member, SymbolNames.Literal(value));
                }
            }
            else if (!owner.Is(KnownTypes.ServerSentEvent))
            {
                continue;
            }
            else if (value.Any(character => character is '\r' or '\n' || (character == '\0' && member != "Event")))
            {
                context.Warn(DiagnosticDescriptors.LineBreakInEvent, text.GetLocation(), member, SymbolNames.Literal(value));
            }
            else if (member == "Event")
            {
                names.Add(value);
            }
        }

        return names.ToEquatableArray();
    }

    /// <summary>Returns the value given to a member in an initializer, or to one of the two methods that create an event.</summary>
    private static (SimpleNameSyntax Name, ExpressionSyntax Value)? Text(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax
        {
            Parent: InitializerExpressionSyntax,
            Left: IdentifierNameSyntax { Identifier.ValueText: "Event" or "Id" or "EndEvent" or "KeepAliveEvent" } name,
        } assignment => (name, assignment.Right),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "Comment" or "Empty" } name },
            ArgumentList.Arguments: { Count: 1 } arguments,
        } => (name, arguments[0].Expression),
        _ => null,
    };
}
