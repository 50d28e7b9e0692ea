using Jero.Generator.Model;

namespace Jero.Generator.Parsing;

/// <summary>A route template as far as the compiler has to understand it: the names of its parameters.</summary>
internal sealed record RouteTemplate(string Template, EquatableArray<RouteParameter> Parameters, string? Error)
{
    /// <summary>
    /// What routing compares: parameters by their place and constraints and not by their names, literals in any letter case. (Constraints
    /// that overlap, such as <c>int</c> and <c>min(1)</c>, count as different.)
    /// </summary>
    public string Identity
    {
        get
        {
            var identity = Template.TrimEnd('/').ToLowerInvariant();
            return Parameters.Aggregate(identity, static (path, parameter) => ReplaceName(path, parameter.Name.ToLowerInvariant()));
        }
    }

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
        for (var i = 0; i < template.Length; i++)
        {
            var character = template[i];
            if (character is '{' or '}' && i + 1 < template.Length && template[i + 1] == character)
            {
                i++;
                continue;
            }

            if (character == '}')
            {
                return Invalid(template, "it closes a brace that was not opened");
            }

            if (character != '{')
            {
                continue;
            }

            var end = FindEnd(template, i + 1);
            if (end < 0)
            {
                return Invalid(template, "it opens a brace that is not closed");
            }

            var parameter = ParseParameter(template.Substring(i + 1, end - i - 1));
            if (parameter.Name.Length == 0)
            {
                return Invalid(template, "a parameter in it has no name");
            }

            if (parameters.Any(known => string.Equals(known.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return Invalid(template, $"the parameter '{parameter.Name}' stands in it twice");
            }

            parameters.Add(parameter);
            i = end;
        }

        return new RouteTemplate(template, parameters.ToEquatableArray(), Error: null);
    }

    // A regex constraint may hold braces of its own, doubled: {code:regex(^\d{{3}}$)}.
    private static int FindEnd(string template, int start)
    {
        for (var i = start; i < template.Length; i++)
        {
            if (template[i] is '{' or '}' && i + 1 < template.Length && template[i + 1] == template[i])
            {
                i++;
            }
            else if (template[i] == '}')
            {
                return i;
            }
        }

        return -1;
    }

    private static RouteParameter ParseParameter(string text)
    {
        var name = text.TrimStart('*');
        var end = name.IndexOfAny([':', '=', '?']);
        return new RouteParameter(end < 0 ? name : name.Substring(0, end));
    }

    private static string ReplaceName(string path, string name)
    {
        foreach (var start in new[] { "{", "{*", "{**" })
        {
            foreach (var end in new[] { "}", ":", "=", "?" })
            {
                path = path.Replace(start + name + end, start + end);
            }
        }

        return path;
    }

    private static RouteTemplate Invalid(string? template, string error) => new(template ?? "", [], error);
}

/// <summary>One parameter of a route.</summary>
/// <param name="Name">As in the template.</param>
internal sealed record RouteParameter(string Name);
