using System.Collections.Immutable;
using Jero.Generator.Diagnostics;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Jero.Generator;

/// <summary>Looks at what streaming responses are given, in endpoint classes and anywhere else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SourceAnalyzer : DiagnosticAnalyzer
{
    private const string Generic = "System.Collections.Generic";

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

    // What to do with a source that is complete already; null for one that is not.
    private static string? FixOf(ITypeSymbol type, ExpressionSyntax source) =>
        type.SpecialType == SpecialType.System_String || Has(type, Generic, "IAsyncEnumerable`1") ? null
        : type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } ? "return a BytesResponse"
        : Has(type, "System.Linq", "IQueryable`1") ? $"write '{source}.AsAsyncEnumerable()'"
        : type is IArrayTypeSymbol || Has(type, Generic, "IEnumerable`1") ? $"write '{source}.ToAsyncEnumerable()', or return a JSONResponse to send it as one value"
        : null;

    private static bool Has(ITypeSymbol type, string containingNamespace, string metadataName) =>
        type.Is(containingNamespace, metadataName) || type.AllInterfaces.Any(part => part.Is(containingNamespace, metadataName));

    // With a token that is not marked the compiler warns by itself (CS8425).
    private static IMethodSymbol? IteratorOf(ExpressionSyntax source, SyntaxNodeAnalysisContext context) =>
        source is InvocationExpressionSyntax
        && context.SemanticModel.GetSymbolInfo(source, context.CancellationToken).Symbol is IMethodSymbol { IsAsync: true } method
        && method.ReturnType.Is(Generic, "IAsyncEnumerable`1")
        && !method.Parameters.Any(static parameter => parameter.Type.Is("System.Threading", "CancellationToken"))
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

    // Nothing to be stopped in.
    private static bool IsAtOnce(ExpressionSyntax awaited) => awaited switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Yield" } } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
        _ => false,
    };
}
