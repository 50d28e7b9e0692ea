using Jero.Generator.Diagnostics;
using Jero.Generator.Parsing.Json;
using Jero.Generator.Parsing.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Responses;

/// <summary>Finds lifecycles of an endpoint class that visibly yield no stream, or more than one.</summary>
internal static class LifecycleRules
{
    public static void Check(INamedTypeSymbol type, ParseContext context)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(IsLifecycle))
        {
            foreach (var reference in method.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax { Body: { } body } syntax || !IsIterator(body))
                {
                    continue;
                }

                var (least, most) = Count(body);
                if (most == 0)
                {
                    context.Warn(DiagnosticDescriptors.LifecycleYields, syntax.Identifier.GetLocation(), method.Message(), "yields no stream");
                }
                else if (least > 1)
                {
                    context.Warn(DiagnosticDescriptors.LifecycleYields, syntax.Identifier.GetLocation(), method.Message(), "yields more than one stream");
                }
            }
        }
    }

    private static bool IsLifecycle(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol outer && outer.Is(KnownTypes.IAsyncEnumerable) && outer.TypeArguments[0].Is(KnownTypes.IAsyncEnumerable);

    private static bool IsIterator(BlockSyntax body) => Own(body).OfType<YieldStatementSyntax>().Any();

    /// <summary>
    /// Counts how often a statement yields at least and at most, as far as its form shows. A loop may yield any number of times.
    /// </summary>
    private static (int Least, int Most) Count(StatementSyntax? statement)
    {
        switch (statement)
        {
            case YieldStatementSyntax yield:
                return yield.IsKind(SyntaxKind.YieldReturnStatement) ? (1, 1) : (0, 0);
            case BlockSyntax block:
                return Sum(block.Statements);
            case UsingStatementSyntax usingStatement:
                return Count(usingStatement.Statement);
            case LockStatementSyntax lockStatement:
                return Count(lockStatement.Statement);
            case TryStatementSyntax { Catches.Count: 0 } tryStatement:
                return Count(tryStatement.Block);
            case IfStatementSyntax branch:
                var (then, otherwise) = (Count(branch.Statement), Count(branch.Else?.Statement));
                return (Math.Min(then.Least, otherwise.Least), Math.Max(then.Most, otherwise.Most));
            case null:
                return (0, 0);
            default:
                return (0, Own(statement).OfType<YieldStatementSyntax>().Any(static yield => yield.IsKind(SyntaxKind.YieldReturnStatement)) ? int.MaxValue : 0);
        }
    }

    private static (int Least, int Most) Sum(SyntaxList<StatementSyntax> statements)
    {
        var (least, most) = (0, 0);
        foreach (var statement in statements)
        {
            var count = Count(statement);
            most = count.Most == int.MaxValue || most == int.MaxValue ? int.MaxValue : most + count.Most;
            least += count.Least;
            // After a statement that may leave the method early, the rest is uncertain.
            if (MayLeave(statement))
            {
                return (Math.Min(least, 1), statements.Last() == statement ? most : int.MaxValue);
            }
        }

        return (least, most);
    }

    private static bool MayLeave(StatementSyntax statement) =>
        Own(statement).Any(static node => node.IsKind(SyntaxKind.YieldBreakStatement) || node is ReturnStatementSyntax or GotoStatementSyntax);

    private static IEnumerable<SyntaxNode> Own(SyntaxNode node) => node.DescendantNodesAndSelf(
        static child => child is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax));
}
