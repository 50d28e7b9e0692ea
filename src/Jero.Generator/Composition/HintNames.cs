using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    // With a folder and an extension it has to fit the 255 bytes of a file name.
    private const int Longest = 180;

    /// <summary>The file of that name: what the compiler refuses in one is written as its code, and the end of a long one as its hash.</summary>
    public static string Of(string name)
    {
        var allowed = string.Concat(name.Select(static character => char.IsLetterOrDigit(character) || character is '.' or '_' or '-'
            ? character.ToString()
            : "-" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)));
        if (Encoding.UTF8.GetByteCount(allowed) <= Longest)
        {
            return allowed + ".g.cs";
        }

        using var hash = SHA256.Create();
        var code = string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(name)).Take(8).Select(static part => part.ToString("x2", CultureInfo.InvariantCulture)));
        return $"{allowed.Substring(0, Math.Min(allowed.Length, Longest / 3))}-{code}.g.cs";
    }

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
