using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization.Metadata;

namespace Jero.Json.Metadata;

/// <summary>
/// Rejects null among the items of a collection. System.Text.Json enforces the annotations of members and parameters, but cannot know those
/// of type arguments: <c>List&lt;string&gt;</c> and <c>List&lt;string?&gt;</c> are the same type at run time.
/// </summary>
/// <remarks>https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/nullable-annotations#limitations</remarks>
internal static class NullItems
{
    private const string Reason = "may not be null";

    public static void Refuse<T>(JsonTypeInfo typeInfo) =>
        typeInfo.OnDeserialized = (Action<object>)(static items => Check((IEnumerable<T>)items)) + typeInfo.OnDeserialized;

    public static void RefuseEntries<TKey, TValue>(JsonTypeInfo typeInfo) =>
        typeInfo.OnDeserialized = (Action<object>)(static entries => CheckEntries((IEnumerable<KeyValuePair<TKey, TValue>>)entries)) + typeInfo.OnDeserialized;

    /// <summary>Creates the exception for a null member of the object that is being read.</summary>
    public static MisfitException OfMember(string name) => new(JsonPath.Member(name), Reason);

    private static void Check<T>(IEnumerable<T> items)
    {
        switch (items)
        {
            case T[] array:
                CheckSpan<T>(array);
                break;
            case List<T> list:
                CheckSpan<T>(CollectionsMarshal.AsSpan(list));
                break;
            default:
                CheckSequence(items);
                break;
        }
    }

    private static void CheckSpan<T>(ReadOnlySpan<T> items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is null)
            {
                throw new MisfitException(JsonPath.Index(i), Reason);
            }
        }
    }

    // Only a list keeps the order of the JSON, so only there the index is known.
    private static void CheckSequence<T>(IEnumerable<T> items)
    {
        var index = 0;
        foreach (var item in items)
        {
            if (item is null)
            {
                throw items is IReadOnlyList<T> ? new MisfitException(JsonPath.Index(index), Reason) : new MisfitException("", "may not have null among its items");
            }

            index++;
        }
    }

    private static void CheckEntries<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> entries)
    {
        foreach (var (key, value) in entries)
        {
            if (value is null)
            {
                throw new MisfitException(JsonPath.Member(Convert.ToString(key, CultureInfo.InvariantCulture)!), Reason);
            }
        }
    }
}
