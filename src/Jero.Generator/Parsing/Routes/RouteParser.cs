using Jero.Generator.Model;

namespace Jero.Generator.Parsing.Routes;

/// <summary>Parses a route as far as the generator has to understand it: its segments, and whether routing accepts it.</summary>
internal static class RouteParser
{
    /// <summary>Reads a template: <c>/rooms/{room}/{*rest}</c>, constraints and defaults included.</summary>
    /// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/routing#route-templates</remarks>
    public static (Route Route, string? Error) Parse(string? template)
    {
        if (template is null || !template.StartsWith("/", StringComparison.Ordinal))
        {
            return Invalid(template, "it must start with a slash, as in '/movies/{id}'");
        }

        var parameters = new List<RouteParameter>();
        var segments = new List<RouteSegment>();
        var segment = new RouteSegmentBuilder();
        string? error = null;
        for (var i = 1; i < template.Length && error is null; i++)
        {
            if (template[i] == '/')
            {
                error = segment.IsEmpty ? "it has two slashes in a row; remove one" : segment.FindError(isLast: i == template.Length - 1);
                segments.Add(segment.Build());
                segment = new RouteSegmentBuilder();
            }
            else if (template[i] == '{' && !IsDoubled(template, i))
            {
                var end = FindEnd(template, i + 1);
                if (end < 0)
                {
                    return Invalid(template, "it opens a brace that is not closed");
                }

                var parameter = RouteParameterParser.Parse(template.Substring(i + 1, end - i - 1).Replace("{{", "{").Replace("}}", "}"));
                error = RouteParameterParser.FindError(parameter)
                    ?? (parameters.Any(known => string.Equals(known.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
                        ? $"it has the parameter '{parameter.Name}' twice; rename one of them"
                        : null);
                parameters.Add(parameter);
                segment.Add(parameter);
                i = end;
            }
            else if (template[i] == '}' && !IsDoubled(template, i))
            {
                error = "it closes a brace that was not opened";
            }
            else if (template[i] == '?')
            {
                error = "it has a question mark outside a parameter; remove it, because handler parameters are bound from the query without it";
            }
            else
            {
                segment.AddLiteral(template[i]);
                i += template[i] is '{' or '}' ? 1 : 0;
            }
        }

        error ??= segment.FindError(isLast: true);
        if (!segment.IsEmpty)
        {
            segments.Add(segment.Build());
        }

        return error is null ? (new Route(template, segments.ToEquatableArray()), null) : Invalid(template, error);
    }

    private static bool IsDoubled(string template, int i) => i + 1 < template.Length && template[i + 1] == template[i];

    // A regex constraint may contain braces, which are doubled: {code:regex(^\d{{3}}$)}.
    private static int FindEnd(string template, int start)
    {
        for (var i = start; i < template.Length; i++)
        {
            if (template[i] is '{' or '}' && IsDoubled(template, i))
            {
                i++;
            }
            else if (template[i] == '{')
            {
                return -1;
            }
            else if (template[i] == '}')
            {
                return i;
            }
        }

        return -1;
    }

    private static (Route Route, string? Error) Invalid(string? template, string error) => (new Route(template ?? "", []), error);
}
