using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Finds out whether a handler streams a topic. Its events have ids, and one may report a gap.</summary>
internal static class TopicStreams
{
    public static bool Has(IMethodSymbol method, ParseContext context) => method.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(context.CancellationToken).DescendantNodes())
        .OfType<InvocationExpressionSyntax>()
        .Where(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Stream" or "Subscribe" })
        .Any(call => context.Compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call, context.CancellationToken).Symbol is { } called
            && called.ContainingType.Is(KnownTypes.Topic));
}
