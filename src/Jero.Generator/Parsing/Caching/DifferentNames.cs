using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Caching;

/// <summary>Gathers the names that the changed files of a compilation declare, before and after the change.</summary>
internal sealed class DifferentNames(CancellationToken cancellationToken)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private bool _hasFile;
    private bool _hasOtherNamespaces;
    private bool _concernsAll;

    /// <summary>Adds a file that was changed, removed or added.</summary>
    public void Add(SyntaxTree? before, SyntaxTree? after)
    {
        _hasFile = true;
        var (earlier, later) = (NamesOf(before), NamesOf(after));
        _concernsAll |= earlier?.ConcernsAll == true || later?.ConcernsAll == true;
        _names.UnionWith(earlier?.Declared ?? []);
        _names.UnionWith(later?.Declared ?? []);
        _hasOtherNamespaces |= !new HashSet<string>(earlier?.Namespaces ?? []).SetEquals(later?.Namespaces ?? []);
    }

    /// <summary>Returns the difference that all of them make, between all files before and all files after.</summary>
    public Difference ToDifference(IEnumerable<SyntaxTree> before, IEnumerable<SyntaxTree> after)
    {
        if (!_hasFile)
        {
            return Difference.None;
        }

        if (_concernsAll)
        {
            return Difference.Everything;
        }

        // A namespace that another file has too is no news.
        if (_hasOtherNamespaces)
        {
            var different = NamespacesOf(before);
            different.SymmetricExceptWith(NamespacesOf(after));
            _names.UnionWith(different.Select(static name => name.Substring(name.LastIndexOf('.') + 1)));
        }

        return Difference.Of(_names);
    }

    private HashSet<string> NamespacesOf(IEnumerable<SyntaxTree> trees) =>
        new(trees.SelectMany(tree => TreeNames.Of(tree, cancellationToken).Namespaces), StringComparer.Ordinal);

    private TreeNames? NamesOf(SyntaxTree? tree) => tree is null ? null : TreeNames.Of(tree, cancellationToken);
}
