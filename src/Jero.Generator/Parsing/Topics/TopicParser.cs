using Jero.Generator.Diagnostics;
using Jero.Generator.Model;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Responses;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Topics;

/// <summary>Reads one call of <c>AddJeroTopic</c>, which generated code replaces.</summary>
internal static class TopicParser
{
    private const string Method = "AddJeroTopic";

    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is InvocationExpressionSyntax invocation && NameOf(invocation)?.Identifier.ValueText == Method;

    /// <summary>Returns the result for the call; null if the method is another one, or generated code cannot replace the call.</summary>
    public static TopicResult? Parse(GeneratorSyntaxContext syntax, Guard guard, CancellationToken cancellationToken)
    {
        var invocation = (InvocationExpressionSyntax)syntax.Node;
        var location = NameOf(invocation)!.GetLocation();
        var name = NameOf(invocation)!.ToString();
        var attempt = guard.Try(name, () => Parse(invocation, name, location, syntax.SemanticModel, cancellationToken));
        return attempt.Fault is not { } fault ? attempt.Value : new TopicResult(Call: null, location, name, new[]
        {
            Faults.Describe(fault, location, name, "everything else is still generated"),
        }.ToEquatableArray());
    }

    private static TopicResult? Parse(
        InvocationExpressionSyntax invocation, string name, Location location, SemanticModel model, CancellationToken cancellationToken)
    {
        var compilation = model.Compilation;
        if (!AssemblyParser.HasLanguage(compilation)
            || model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol { TypeArguments: [var item] } method
            || !method.ContainingType.Is(KnownTypes.JeroTopicServiceCollectionExtensions)
            || Reachable.IsUnfinished(item)
            || HasParameter(item))
        {
            return null;
        }

        var context = new ParseContext(compilation, compilation.Assembly, AssemblyParser.JsonOptions(compilation), cancellationToken)
        {
            JsonContext = JsonContexts.Of(compilation.Assembly, compilation),
        };
        TopicRules.Check(invocation, item, location, model, context);
        var topic = context.HasFailed ? null : ParseTopic(item, name, location, context);
        var site = topic is null || !TakesPlace(invocation.SyntaxTree) ? null : SiteOf(invocation, model, cancellationToken);
        return new TopicResult(site is null ? null : new TopicCall(topic!, site), location, name, context.Diagnostics);
    }

    private static Topic? ParseTopic(ITypeSymbol item, string name, Location location, ParseContext context)
    {
        var fault = new ShapeFault();
        var shape = ItemParser.Parse(item, context, fault);
        if (fault.Found)
        {
            context.Fail(fault, location, name);
        }

        return shape is null || context.HasFailed ? null : new Topic
        {
            HintName = FileNames.Of($"JeroTopic.{shape.TypeName}"),
            Item = shape,
            JsonContext = context.JsonContext,
            Definitions = context.Shapes.Definitions
                .Select(static definition => definition with { Usage = JsonUsage.Written | JsonUsage.Read })
                .ToEquatableArray(),
            Constructed = context.Shapes.Constructed,
            Suppressed = context.Reachable.Ids,
            SuppressedOfAssembly = context.Reachable.AllIds,
            HasUnknown = context.Shapes.HasUnknown,
        };
    }

    // Without the property the compiler would reject the generated file (CS9137), and the topic uses the app's metadata.
    private static bool TakesPlace(SyntaxTree tree) =>
        tree.Options.Features.TryGetValue("InterceptorsNamespaces", out var namespaces) && namespaces.Split(';').Contains("Jero.Generated");

    private static CallSite? SiteOf(InvocationExpressionSyntax invocation, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetInterceptableLocation(invocation, cancellationToken) is not { } location)
        {
            return null;
        }

        var line = NameOf(invocation)!.GetLocation().GetLineSpan();
        return new CallSite(location.Version, location.Data, $"{Path.GetFileName(line.Path)}, line {line.StartLinePosition.Line + 1}");
    }

    private static bool HasParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HasParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasParameter) || (named.ContainingType is { } outer && HasParameter(outer)),
        _ => false,
    };

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
