using System.Collections.Immutable;
using Jero.Generator.Model;

namespace Jero.Generator.Composition;

/// <summary>A generated file that has to be called otherwise than its content alone would have it.</summary>
/// <param name="Name">The name that is taken.</param>
/// <param name="Replacement">The name instead.</param>
internal sealed record HintName(string Name, string Replacement);

/// <summary>Names of generated files, which the compiler wants to differ by more than case; types need not.</summary>
internal static class HintNames
{
    // What AssemblyEmitter writes.
    private static readonly string[] Taken = ["JeroJson.g.cs", "JeroValidation.g.cs", "MapJero.g.cs"];

    /// <summary>The names that are not the first of their kind; none in most assemblies.</summary>
    public static EquatableArray<HintName> FindClashes(ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(Taken.Concat(names.Distinct()), StringComparer.Ordinal);
        var used = new HashSet<string>(Taken, StringComparer.OrdinalIgnoreCase);
        var clashes = new List<HintName>();
        foreach (var name in names.Distinct().OrderBy(static name => name, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var free = name;
            for (var i = 2; used.Contains(free) || (free != name && known.Contains(free)); i++)
            {
                free = name.Substring(0, name.Length - ".g.cs".Length) + $"-{i}.g.cs";
            }

            used.Add(free);
            if (free != name)
            {
                clashes.Add(new HintName(name, free));
            }
        }

        return clashes.ToEquatableArray();
    }

    /// <summary>The name that a file gets.</summary>
    public static string Resolve(this EquatableArray<HintName> clashes, string name) =>
        clashes.FirstOrDefault(clash => clash.Name == name)?.Replacement ?? name;
}
