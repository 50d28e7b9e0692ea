using System.Collections;

namespace Jero.Validation;

/// <summary>How many items a collection has that does not say so itself.</summary>
internal static class ItemCount
{
    /// <summary>Whether the framework's rule would look for a property by its name, which may be trimmed; then the items are counted.</summary>
    public static bool TryCount(object? value, out int count)
    {
        count = 0;
        if (value is null or string or ICollection || value is not IEnumerable items)
        {
            return false;
        }

        foreach (var _ in items)
        {
            count++;
        }

        return true;
    }
}
