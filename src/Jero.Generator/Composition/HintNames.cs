using System.Collections.Immutable;
using Jero.Generator.Model;

namespace Jero.Generator.Composition;

/// <summary>Renames a generated file whose usual name is taken.</summary>
/// <param name="Name">The name that is taken.</param>
/// <param name="Replacement">The name to use instead.</param>
internal sealed record HintName(string Name, string Replacement);

/// <summary>Names generated files. The compiler wants the names to differ in more than case, which types need not.</summary>
internal static class HintNames
{
    // The files that AssemblyEmitter writes.
    private static readonly string[] Taken = ["JeroJson.g.cs", "JeroValidation.g.cs", "MapJero.g.cs"];

    /// <summary>Finds the names that clash with an earlier one. Most assemblies have none.</summary>
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

    /// <summary>Returns the name that a file gets.</summary>
    public static string Resolve(this EquatableArray<HintName> clashes, string name) =>
        clashes.FirstOrDefault(clash => clash.Name == name)?.Replacement ?? name;
}
