using System.Globalization;

namespace Jero.OpenApi;

/// <summary>
/// Makes operation ids unique, as the specification wants them: a class that is mapped twice, or two of one name, would share theirs. The
/// first in the document keeps it, so the others' depend on the order of mapping alone.
/// </summary>
internal sealed class OperationIds(IEnumerable<string> all)
{
    private readonly HashSet<string> _known = [.. all];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    // Without an underscore, where generators of clients split: NSwag would make a class of what stands before it.
    /// <summary>The id itself, or with a number behind it that no other id has.</summary>
    public string Take(string id)
    {
        if (_taken.Add(id))
        {
            return id;
        }

        for (var number = 2; ; number++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{id}{number}");
            if (_known.Add(candidate))
            {
                _taken.Add(candidate);
                return candidate;
            }
        }
    }
}
