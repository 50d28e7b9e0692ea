using Jero.Generator.Model;

namespace Jero.Generator.Parsing.Routes;

/// <summary>Reads one parameter of a route.</summary>
internal static class RouteParameterParser
{
    /// <summary>Reads what stands between the braces.</summary>
    public static RouteParameter Parse(string text)
    {
        var isCatchAll = text.StartsWith("*", StringComparison.Ordinal);
        text = text.StartsWith("**", StringComparison.Ordinal) ? text.Substring(2) : isCatchAll ? text.Substring(1) : text;
        var isOptional = text.EndsWith("?", StringComparison.Ordinal);
        text = isOptional ? text.Substring(0, text.Length - 1) : text;
        // A name may begin with a character that would otherwise end it.
        var end = text.Length == 0 ? -1 : text.IndexOfAny([':', '='], 1);
        var fallback = end < 0 ? -1 : DefaultAfter(text, end);
        return new RouteParameter(
            end < 0 ? text : text.Substring(0, end),
            end < 0 ? [] : ConstraintsIn(text.Substring(end, (fallback < 0 ? text.Length : fallback) - end)).ToEquatableArray(),
            isCatchAll,
            isOptional,
            fallback < 0 ? null : text.Substring(fallback + 1));
    }

    /// <summary>Returns what routing would reject in it, and what to do; null if nothing.</summary>
    public static string? FindError(RouteParameter parameter) =>
        parameter.Name.Length == 0 ? "a parameter in it has no name"
        : parameter.Name.IndexOfAny(['/', '{', '}', '*', '?']) >= 0 ? $"the parameter name '{parameter.Name}' has a character that it may not have; use letters and digits"
        : parameter is { IsOptional: true, Default: not null } ? $"the parameter '{parameter.Name}' is optional and has a default; remove one of them"
        : parameter is { IsOptional: true, IsCatchAll: true } ? $"the parameter '{parameter.Name}' takes the rest of the path, which may be empty anyway; remove the question mark"
        : null;

    // An equals sign inside the parentheses of a constraint belongs to the constraint.
    private static int DefaultAfter(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] == '=' && depth <= 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static IEnumerable<string> ConstraintsIn(string text)
    {
        var (start, depth) = (1, 0);
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ':' && depth <= 0))
            {
                if (i > start)
                {
                    yield return text.Substring(start, i - start);
                }

                start = i + 1;
            }
            else
            {
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            }
        }
    }
}
