using System.Globalization;

namespace Jero.OpenApi;

/// <summary>
/// Makes operation ids unique, as the specification requires. A class that is mapped twice, or two classes of the same name, would share
/// their ids. The first in the document keeps the id, so the ids of the others depend only on the order of mapping.
/// </summary>
internal sealed class OperationIds(IEnumerable<string> all)
{
    private readonly HashSet<string> _known = [.. all];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    // Without an underscore, because client generators split there: NSwag would make a class of the part before it.
    /// <summary>Returns the id itself, or the id with a number after it that makes it unique.</summary>
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
