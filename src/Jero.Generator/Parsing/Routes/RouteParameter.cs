namespace Jero.Generator.Parsing.Routes;

/// <summary>One parameter of a route.</summary>
/// <param name="Name">As in the template.</param>
/// <param name="IsCatchAll">Whether it takes the rest of the path: <c>{*rest}</c>.</param>
/// <param name="IsOptional">Whether it may be left out: <c>{id?}</c>.</param>
/// <param name="HasDefault">Whether it has a value where it is left out: <c>{id=1}</c>.</param>
internal sealed record RouteParameter(string Name, bool IsCatchAll, bool IsOptional, bool HasDefault)
{
    /// <summary>Reads what stands between the braces.</summary>
    public static RouteParameter Parse(string text)
    {
        var isCatchAll = text.StartsWith("*", StringComparison.Ordinal);
        text = text.StartsWith("**", StringComparison.Ordinal) ? text.Substring(2) : isCatchAll ? text.Substring(1) : text;
        var isOptional = text.EndsWith("?", StringComparison.Ordinal);
        text = isOptional ? text.Substring(0, text.Length - 1) : text;
        // A name may begin with what would otherwise end it.
        var end = text.Length == 0 ? -1 : text.IndexOfAny([':', '='], 1);
        return new RouteParameter(end < 0 ? text : text.Substring(0, end), isCatchAll, isOptional, HasDefaultAfter(text, end));
    }

    /// <summary>What routing would refuse about it, and what to do; null where it would not.</summary>
    public string? FindError() =>
        Name.Length == 0 ? "a parameter in it has no name"
        : Name.IndexOfAny(['/', '{', '}', '*', '?']) >= 0 ? $"the parameter name '{Name}' has a character that it may not have; use letters and digits"
        : IsOptional && HasDefault ? $"the parameter '{Name}' is optional and has a default; take one of them away"
        : IsOptional && IsCatchAll ? $"the parameter '{Name}' takes the rest of the path, which may be empty anyway; take the question mark away"
        : null;

    // An equals sign inside of a constraint's parentheses belongs to the constraint.
    private static bool HasDefaultAfter(string text, int start)
    {
        var depth = 0;
        for (var i = start; i >= 0 && i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] == '=' && depth <= 0)
            {
                return true;
            }
        }

        return false;
    }
}
