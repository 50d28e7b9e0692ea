using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Jero.Generator.Parsing.Caching;

/// <summary>
/// A text that is the same for two compilations only if they declare the same: it goes with every file but for the bodies of methods and
/// accessors, with the references and with the options. What it is made of is kept for as long as the files and references live, so that
/// an edit costs the reading of one file; no compilation is kept.
/// </summary>
internal static class DeclarationStamp
{
    private static readonly ConditionalWeakTable<Compilation, string> Stamps = new();
    private static readonly ConditionalWeakTable<SyntaxTree, byte[]> Trees = new();
    private static readonly ConditionalWeakTable<object, byte[]> Identities = new();
    private static long _identities;

    public static string Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (!Stamps.TryGetValue(compilation, out var stamp))
        {
            stamp = Stamps.GetValue(compilation, key => Compute(key, cancellationToken));
        }

        return stamp;
    }

    private static string Compute(Compilation compilation, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(compilation.AssemblyName ?? ""));
        hash.AppendData(IdentityOf(compilation.Options));
        foreach (var reference in compilation.References)
        {
            hash.AppendData(IdentityOf(reference));
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            hash.AppendData(Trees.GetValue(tree, key => Compute(key, cancellationToken)));
        }

        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    private static byte[] Compute(SyntaxTree tree, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = tree.GetText(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(IdentityOf(tree.Options));
        var start = 0;
        foreach (var body in Bodies(tree.GetRoot(cancellationToken)))
        {
            Append(hash, text, TextSpan.FromBounds(start, body.Start));
            start = body.End;
        }

        Append(hash, text, TextSpan.FromBounds(start, text.Length));
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, SourceText text, TextSpan span)
    {
        // The length too, so that it shows where a body was.
        hash.AppendData(BitConverter.GetBytes(span.Length));
        var characters = new char[span.Length];
        text.CopyTo(span.Start, characters, 0, span.Length);
        var bytes = new byte[span.Length * sizeof(char)];
        Buffer.BlockCopy(characters, 0, bytes, 0, bytes.Length);
        hash.AppendData(bytes);
    }

    private static IEnumerable<TextSpan> Bodies(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
            or BasePropertyDeclarationSyntax or AccessorListSyntax)
        .Select(static node => node switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
            ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } arrow => arrow,
            _ => null,
        })
        // A directive may have to do with what stands behind the body.
        .Where(static body => body is { ContainsDirectives: false })
        .Select(static body => body!.Span);

    private static byte[] IdentityOf(object instance) => Identities.GetValue(instance, static _ => BitConverter.GetBytes(Interlocked.Increment(ref _identities)));
}
