using System.Collections.Immutable;
using Jero.Generator.Diagnostics;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Jero.Generator;

/// <summary>Checks the sources that streaming responses are given, in endpoint classes and anywhere else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SourceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [DiagnosticDescriptors.SourceWithoutToken, DiagnosticDescriptors.SourceNotAsynchronous];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var creation = (BaseObjectCreationExpressionSyntax)context.Node;
        if (creation.ArgumentList?.Arguments is not [{ Expression: var source }, ..] || WrapperOf(creation, context) is not { } wrapper)
        {
            return;
        }

        var type = context.SemanticModel.GetTypeInfo(source, context.CancellationToken).Type;
        if (type is not null && FixOf(type, source) is { } fix && context.SemanticModel.GetSymbolInfo(creation, context.CancellationToken).Symbol is null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.SourceNotAsynchronous, source.GetLocation(), wrapper.Message(), source.ToString(), type.Message(), fix));
        }
        else if (IteratorOf(source, context) is { } iterator && Waits(iterator, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.SourceWithoutToken, source.GetLocation(), iterator.Message()));
        }
    }

    private static INamedTypeSymbol? WrapperOf(BaseObjectCreationExpressionSyntax creation, SyntaxNodeAnalysisContext context)
    {
        var info = context.SemanticModel.GetTypeInfo(creation, context.CancellationToken);
        return new[] { info.Type, info.ConvertedType }.OfType<INamedTypeSymbol>().FirstOrDefault(static type =>
            type.Name is "NDJSONStreamingResponse" or "SSEResponse" or "StreamingResponse" && type.ContainingNamespace?.ToDisplayString() == "Jero");
    }

    // Returns what to do with a source that is already complete; null for any other source.
    private static string? FixOf(ITypeSymbol type, ExpressionSyntax source) =>
        type.SpecialType == SpecialType.System_String || Has(type, KnownTypes.IAsyncEnumerable) ? null
        : type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } ? "return a BytesResponse"
        : Has(type, KnownTypes.IQueryable) ? $"write '{source}.AsAsyncEnumerable()'"
        : type is IArrayTypeSymbol || Has(type, KnownTypes.IEnumerable) ? $"write '{source}.ToAsyncEnumerable()', or return a JSONResponse to send it as one value"
        : null;

    private static bool Has(ITypeSymbol type, KnownType known) => type.Is(known) || type.AllInterfaces.Any(part => part.Is(known));

    // If there is a token without the attribute, the compiler warns by itself (CS8425).
    private static IMethodSymbol? IteratorOf(ExpressionSyntax source, SyntaxNodeAnalysisContext context) =>
        source is InvocationExpressionSyntax
        && context.SemanticModel.GetSymbolInfo(source, context.CancellationToken).Symbol is IMethodSymbol { IsAsync: true } method
        && method.ReturnType.Is(KnownTypes.IAsyncEnumerable)
        && !method.Parameters.Any(static parameter => parameter.Type.Is(KnownTypes.CancellationToken))
            ? method
            : null;

    private static bool Waits(IMethodSymbol method, CancellationToken cancellationToken) => method.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(cancellationToken).ChildNodes())
        .SelectMany(static part => part.DescendantNodesAndSelf(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)))
        .Any(static node => node switch
        {
            CommonForEachStatementSyntax loop => loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
            AwaitExpressionSyntax wait => !IsAtOnce(wait.Expression),
            _ => false,
        });

    // An await that completes at once needs no token.
    private static bool IsAtOnce(ExpressionSyntax awaited) => awaited switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Yield" } } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
        _ => false,
    };
}
