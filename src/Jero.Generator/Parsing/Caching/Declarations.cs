using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Caching;

/// <summary>
/// Describes what a compilation declares: its options, its references, and its files without what other files cannot see of them
/// (<see cref="DeclaredText"/>). Nothing is read until two are compared, and then only files that are not the same object in both: a build
/// from the command line reads none, and an edit reads two. No compilation is kept.
/// </summary>
internal sealed class Declarations
{
    private static readonly ConditionalWeakTable<Compilation, Declarations> Known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, byte[]> Hashes = new();

    private readonly string? _assembly;
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<Reference> _references;
    private readonly ImmutableArray<SyntaxTree> _trees;

    // Every class of a compilation asks for the same comparison, so only the last one is kept.
    private Comparison? _last;

    private Declarations(Compilation compilation)
    {
        _assembly = compilation.AssemblyName;
        _options = compilation.Options;
        _references = [.. compilation.References.Select(static reference => new Reference(reference))];
        _trees = [.. compilation.SyntaxTrees];
    }

    public static Declarations Of(Compilation compilation) => Known.GetValue(compilation, static key => new Declarations(key));

    /// <summary>Returns whether a class whose own file is the same in both has the same result in both.</summary>
    public bool AreThoseOf(Declarations other, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (_last is { } last && last.Other.TryGetTarget(out var compared) && ReferenceEquals(compared, other))
        {
            return last.AreSame;
        }

        var areSame = Compare(other, cancellationToken);
        _last = new Comparison(new WeakReference<Declarations>(other), areSame);
        return areSame;
    }

    private bool Compare(Declarations other, CancellationToken cancellationToken) =>
        _assembly == other._assembly
        && ReferenceEquals(_options, other._options)
        && _references.Length == other._references.Length
        && _trees.Length == other._trees.Length
        && _references.Zip(other._references, (one, second) => one.IsSame(second, cancellationToken)).All(static isSame => isSame)
        && _trees.Zip(other._trees, (one, second) => AreSame(one, second, cancellationToken)).All(static isSame => isSame);

    private static bool AreSame(SyntaxTree one, SyntaxTree other, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        // The path decides whether nullable annotations are read: those of a generated file (*.g.cs) are not.
        cancellationToken.ThrowIfCancellationRequested();
        return one.FilePath == other.FilePath && one.Options.Equals(other.Options)
            && HashOf(one, cancellationToken).AsSpan().SequenceEqual(HashOf(other, cancellationToken));
    }

    private static byte[] HashOf(SyntaxTree tree, CancellationToken cancellationToken) => Hashes.GetValue(tree, key =>
    {
        using var sha = SHA256.Create();
        return sha.ComputeHash(Encoding.Unicode.GetBytes(DeclaredText.Of(key.GetRoot(cancellationToken))));
    });

    /// <summary>
    /// Compares a reference to another project by what that project declares, so that an edit of a body there is not an edit here.
    /// </summary>
    private readonly struct Reference(MetadataReference reference)
    {
        private readonly object _identity = reference is CompilationReference project ? Of(project.Compilation) : reference;
        private readonly MetadataReferenceProperties _properties = reference.Properties;

        public bool IsSame(Reference other, CancellationToken cancellationToken) =>
            _properties.Equals(other._properties)
            && (ReferenceEquals(_identity, other._identity)
                || (_identity is Declarations own && other._identity is Declarations others && own.AreThoseOf(others, cancellationToken)));
    }

    private sealed class Comparison(WeakReference<Declarations> other, bool areSame)
    {
        public WeakReference<Declarations> Other { get; } = other;

        public bool AreSame { get; } = areSame;
    }
}
