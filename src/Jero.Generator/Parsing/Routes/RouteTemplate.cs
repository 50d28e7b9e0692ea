using Jero.Generator.Model;

namespace Jero.Generator.Parsing.Routes;

/// <summary>A route template as far as the compiler has to understand it: the names of its parameters, and whether routing will take it.</summary>
internal sealed record RouteTemplate(string Template, EquatableArray<RouteParameter> Parameters, string? Error)
{
    public RouteParameter? Find(string name) =>
        Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a template: <c>/rooms/{room}/{*rest}</c>, constraints and defaults included.</summary>
    /// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/routing#route-templates</remarks>
    public static RouteTemplate Parse(string? template)
    {
        if (template is null || !template.StartsWith("/", StringComparison.Ordinal))
        {
            return Invalid(template, "it has to start with a slash, as in '/movies/{id}'");
        }

        var parameters = new List<RouteParameter>();
        var segment = new RouteSegment();
        string? error = null;
        for (var i = 1; i < template.Length && error is null; i++)
        {
            if (template[i] == '/')
            {
                error = segment.IsEmpty ? "it has two slashes in a row; take one away" : segment.FindError(isLast: i == template.Length - 1);
                segment = new RouteSegment();
            }
            else if (template[i] == '{' && !IsDoubled(template, i))
            {
                var end = FindEnd(template, i + 1);
                if (end < 0)
                {
                    return Invalid(template, "it opens a brace that is not closed");
                }

                var parameter = RouteParameter.Parse(template.Substring(i + 1, end - i - 1).Replace("{{", "{").Replace("}}", "}"));
                error = parameter.FindError()
                    ?? (parameters.Any(known => string.Equals(known.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
                        ? $"the parameter '{parameter.Name}' stands in it twice; give one of them another name"
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
                error = "it has a question mark outside of a parameter; what follows it in a URL is the query, which handler parameters are bound from";
            }
            else
            {
                segment.AddLiteral(template[i]);
                i += template[i] is '{' or '}' ? 1 : 0;
            }
        }

        error ??= segment.FindError(isLast: true);
        return error is null ? new RouteTemplate(template, parameters.ToEquatableArray(), Error: null) : Invalid(template, error);
    }

    private static bool IsDoubled(string template, int i) => i + 1 < template.Length && template[i + 1] == template[i];

    // A regex constraint may hold braces of its own, doubled: {code:regex(^\d{{3}}$)}.
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

    private static RouteTemplate Invalid(string? template, string error) => new(template ?? "", [], error);
}
