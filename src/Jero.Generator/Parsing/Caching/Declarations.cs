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
    private ReachMap? _map;

    private Declarations(Compilation compilation)
    {
        _assembly = compilation.AssemblyName;
        _options = compilation.Options;
        _references = [.. compilation.References.Select(static reference => new Reference(reference))];
        _trees = [.. compilation.SyntaxTrees];
    }

    public static Declarations Of(Compilation compilation) => Known.GetValue(compilation, static key => new Declarations(key));

    /// <summary>Returns what is declared differently in an earlier compilation. It is kept for the next class that asks.</summary>
    public Difference DifferenceTo(Declarations earlier, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(this, earlier))
        {
            return Difference.None;
        }

        if (_last is { } last && last.Earlier.TryGetTarget(out var compared) && ReferenceEquals(compared, earlier))
        {
            return last.Difference;
        }

        var difference = Compare(earlier, cancellationToken);
        _last = new Comparison(new WeakReference<Declarations>(earlier), difference);
        return difference;
    }

    /// <summary>Returns the names of every file that a class in <paramref name="tree"/> may depend on.</summary>
    public Reach ReachOf(SyntaxTree tree, CancellationToken cancellationToken) =>
        (_map ??= new ReachMap(_trees, cancellationToken)).From(tree, cancellationToken);

    private Difference Compare(Declarations earlier, CancellationToken cancellationToken)
    {
        if (_assembly != earlier._assembly
            || !ReferenceEquals(_options, earlier._options)
            || _references.Length != earlier._references.Length
            || !_references.Zip(earlier._references, (one, second) => one.IsSame(second, cancellationToken)).All(static isSame => isSame))
        {
            return Difference.Everything;
        }

        var names = new DifferentNames(cancellationToken);
        var (before, after) = (earlier._trees, _trees);
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && AreSame(before[i], after[j], cancellationToken))
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            // A file that was added or removed moves the others. The order of those that stay matters for the parts of a class.
            var (left, come) = (before.Length - i, after.Length - j);
            names.Add(left >= come ? before[i++] : null, come >= left ? after[j++] : null);
        }

        return names.ToDifference(before, after);
    }

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
                || (_identity is Declarations own && other._identity is Declarations others && own.DifferenceTo(others, cancellationToken).IsNone));
    }

    private sealed class Comparison(WeakReference<Declarations> earlier, Difference difference)
    {
        public WeakReference<Declarations> Earlier { get; } = earlier;

        public Difference Difference { get; } = difference;
    }
}
