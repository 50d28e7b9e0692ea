using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Jero.Generator.Parsing.Caching;

/// <summary>Finds out which files of a compilation depend on which, by their names. It is made when an edit asks for it. Thread-safe.</summary>
internal sealed class ReachMap
{
    private readonly Dictionary<string, List<TreeNames>> _declaring = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<TreeNames, List<TreeNames>> _next = new();
    private readonly List<TreeNames> _concerningAll = [];

    public ReachMap(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        foreach (var tree in trees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = TreeNames.Of(tree, cancellationToken);
            if (file.ConcernsAll)
            {
                _concerningAll.Add(file);
            }

            foreach (var name in file.Declared)
            {
                if (!_declaring.TryGetValue(name, out var files))
                {
                    _declaring.Add(name, files = []);
                }

                files.Add(file);
            }
        }
    }

    /// <summary>Follows the names from one file to all files that it may depend on.</summary>
    public Reach From(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var found = new HashSet<TreeNames>(_concerningAll) { TreeNames.Of(tree, cancellationToken) };
        var open = new Queue<TreeNames>(found);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var next in NextOf(open.Dequeue()).Where(found.Add))
            {
                open.Enqueue(next);
            }
        }

        return new Reach([.. found]);
    }

    // One compilation may be generated for several times at once.
    private List<TreeNames> NextOf(TreeNames file) => _next.GetOrAdd(
        file, key => [.. key.Used.SelectMany(name => _declaring.TryGetValue(name, out var files) ? files : []).Distinct()]);
}
