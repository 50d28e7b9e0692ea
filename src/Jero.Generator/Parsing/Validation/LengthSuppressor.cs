using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Jero.Generator.Parsing.Validation;

/// <summary>
/// Suppresses the trimmer's warning for <c>[MinLength]</c>, <c>[MaxLength]</c> and <c>[Length]</c> if it cannot come true. These attributes
/// look for a count by reflection only if the value is neither text nor an <c>ICollection</c>.
/// </summary>
/// <remarks>https://learn.microsoft.com/dotnet/core/deploying/trimming/trim-warnings/il2026</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LengthSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Suppression = new(
        "JERO050", "IL2026", "The rule needs no reflection: the value is text or has a count of its own.");

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Suppression];

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: { } declaration } attribute
                && context.GetSemanticModel(tree) is var model
                && IsLength(model.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType)
                && TypeOf(declaration, model, context.CancellationToken) is { } type
                && HasCount(type))
            {
                context.ReportSuppression(Microsoft.CodeAnalysis.Diagnostics.Suppression.Create(Suppression, diagnostic));
            }
        }
    }

    private static bool IsLength(ITypeSymbol? attribute) => attribute?.ContainingNamespace?.ToDisplayString() == "System.ComponentModel.DataAnnotations"
        && attribute.Name is "MinLengthAttribute" or "MaxLengthAttribute" or "LengthAttribute";

    private static ITypeSymbol? TypeOf(SyntaxNode declaration, SemanticModel model, CancellationToken cancellationToken) => declaration switch
    {
        PropertyDeclarationSyntax property => model.GetTypeInfo(property.Type, cancellationToken).Type,
        ParameterSyntax { Type: { } type } => model.GetTypeInfo(type, cancellationToken).Type,
        FieldDeclarationSyntax field => model.GetTypeInfo(field.Declaration.Type, cancellationToken).Type,
        _ => null,
    };

    // System.Text.Json reads a collection interface of .NET as a List<T> or a Dictionary<TKey, TValue>.
    private static bool HasCount(ITypeSymbol type) => type.SpecialType == SpecialType.System_String
        || type is IArrayTypeSymbol
        || type.AllInterfaces.Any(static part => part.ToDisplayString() == "System.Collections.ICollection")
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named
            && named.ContainingNamespace.ToDisplayString() == "System.Collections.Generic"
            && named.Name is "IEnumerable" or "ICollection" or "IList" or "IReadOnlyCollection" or "IReadOnlyList" or "IDictionary" or "IReadOnlyDictionary");
}
