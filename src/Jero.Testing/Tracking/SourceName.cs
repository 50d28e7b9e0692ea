using System.Text.RegularExpressions;

namespace Jero.Testing.Tracking;

/// <summary>The name of a source as its author knows it: the type and the method, where the compiler has made a type of a method.</summary>
internal static partial class SourceName
{
    /// <summary><c>Feed.FollowAsync</c> for an iterator method, else the type's name.</summary>
    public static string Of(Type type)
    {
        if (type.DeclaringType is not { } owner || !type.Name.StartsWith('<'))
        {
            return WithoutArity(type.Name);
        }

        // A class made for the variables that a lambda or a local function captures lies between.
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
