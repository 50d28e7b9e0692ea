using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Jero.Generator.Parsing.Caching;

/// <summary>
/// Extracts what other files can see of a file: its tokens, directives and documentation, without the bodies of members, top-level
/// statements, the initial values of fields and properties, other comments and white space.
/// </summary>
internal static class DeclaredText
{
    private const char Body = '\u0001';
    private const char End = '\u0002';

    public static string Of(SyntaxNode root)
    {
        var text = new StringBuilder();
        var hasStatements = false;
        foreach (var part in root.DescendantNodesAndTokens(static node => !IsUnseen(node)))
        {
            if (part.AsNode() is not { } node)
            {
                Append(text, part.AsToken());
            }
            else if (node is GlobalStatementSyntax)
            {
                // The first statement declares the class Program. The others declare nothing.
                hasStatements = true;
            }
            else if (IsUnseen(node))
            {
                text.Append(Body);
            }
        }

        return hasStatements ? text.Append(Body).ToString() : text.ToString();
    }

    /// <summary>Returns whether a node declares nothing that other files could see.</summary>
    public static bool IsUnseen(SyntaxNode node) => node switch
    {
        // A directive may affect what follows the node.
        { ContainsDirectives: true } => false,
        GlobalStatementSyntax => true,
        BlockSyntax { Parent: BaseMethodDeclarationSyntax } => true,
        ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax } => true,

        // The keyword 'field' declares a field.
        BlockSyntax { Parent: AccessorDeclarationSyntax } => !NamesField(node),
        ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax or BasePropertyDeclarationSyntax } => !NamesField(node),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    private static bool NamesField(SyntaxNode body) => body.DescendantTokens().Any(static token => token.Text == "field");

    private static void Append(StringBuilder text, SyntaxToken token)
    {
        if (token.HasLeadingTrivia)
        {
            foreach (var trivia in token.LeadingTrivia.Where(IsSeen))
            {
                text.Append(trivia.ToFullString()).Append(End);
            }
        }

        text.Append(token.Text).Append(End);
    }

    // Documentation is a plain comment if the compiler does not read it (GenerateDocumentationFile).
    private static bool IsSeen(SyntaxTrivia trivia) =>
        trivia.HasStructure || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().StartsWith("///", StringComparison.Ordinal));
}
