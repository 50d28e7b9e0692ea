using System.Text.RegularExpressions;

namespace Jero.Testing.Tracking;

/// <summary>
/// Finds the name of a source as its author knows it: the type, and the method if the compiler has generated the type from a method.
/// </summary>
internal static partial class SourceName
{
    /// <summary>Returns <c>Feed.FollowAsync</c> for an iterator method, otherwise the name of the type.</summary>
    public static string Of(Type type)
    {
        if (type.DeclaringType is not { } owner || !type.Name.StartsWith('<'))
        {
            return WithoutArity(type.Name);
        }

        // Skips the class that the compiler generates for the variables that a lambda or local function captures.
        while (owner.Name.StartsWith('<') && owner.DeclaringType is { } outer)
        {
            owner = outer;
        }

        var method = LocalFunction().Match(type.Name) is { Success: true } local ? local.Groups[1].Value
            : Method().Match(type.Name) is { Success: true } named ? named.Groups[1].Value
            : type.Name;
        return $"{WithoutArity(owner.Name)}.{method}";
    }

    private static string WithoutArity(string name) => name.IndexOf('`', StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;

    // "<FollowAsync>d__3"
    [GeneratedRegex("^<([^<>]+)>d__")]
    private static partial Regex Method();

    // "<<Main>$>g__FollowAsync|0_1>d" or "<<FollowAsync>g__Core|2_0>d"
    [GeneratedRegex(@"g__([^|]+)\|")]
    private static partial Regex LocalFunction();
}
