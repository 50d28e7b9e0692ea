using System.Collections;

namespace Jero.Validation;

/// <summary>Counts the items of a collection that does not know its count.</summary>
internal static class ItemCount
{
    /// <summary>
    /// Counts the items if the attribute's own rule would look for a property by its name, which may be trimmed. Returns whether it
    /// counted.
    /// </summary>
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
