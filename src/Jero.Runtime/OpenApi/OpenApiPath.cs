using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Jero.OpenApi;

/// <summary>Represents a route as a document lists it.</summary>
internal sealed class OpenApiPath
{
    private readonly IReadOnlyList<IReadOnlyList<RoutePatternPart>> _segments;

    private OpenApiPath(IReadOnlyList<IReadOnlyList<RoutePatternPart>> segments)
    {
        _segments = segments;
        Parameters = [.. segments.SelectMany(static segment => segment).OfType<RoutePatternParameterPart>()];
    }

    /// <summary>The parameters, in the order of the path.</summary>
    public IReadOnlyList<RoutePatternParameterPart> Parameters { get; }

    /// <summary>The template without constraints and defaults: <c>/movies/{id:int}</c> is <c>/movies/{id}</c>.</summary>
    public string Template => Write(static parameter => parameter.Name);

    /// <summary>
    /// The part that is the same for two routes that a document cannot tell apart: <c>/movies/{id:int}</c> and <c>/movies/{name}</c>.
    /// https://spec.openapis.org/oas/v3.2.0.html#paths-object
    /// </summary>
    public string Identity => Write(static _ => "");

    /// <summary>Returns the key of a verb in a Path Item Object.</summary>
    public static string Key(string verb) => verb switch
    {
        "GET" => "get",
        "POST" => "post",
        "PUT" => "put",
        "PATCH" => "patch",
        "QUERY" => "query",
        _ => "delete",
    };

    /// <summary>
    /// Returns the paths that a route answers, the longest first. A document has no optional path parameter, so <c>/movies/{id?}</c> is
    /// both <c>/movies/{id}</c> and <c>/movies</c>.
    /// </summary>
    public static IEnumerable<OpenApiPath> Of(RoutePattern pattern)
    {
        var segments = pattern.PathSegments.Select(static segment => segment.Parts.ToList()).ToList();
        yield return new OpenApiPath([.. segments]);
        while (segments is [.., [.. var before, RoutePatternParameterPart { IsCatchAll: false } last]])
        {
            if (before.Count == 0 && (last.IsOptional || last.Default is not null))
            {
                segments.RemoveAt(segments.Count - 1);
                yield return new OpenApiPath([.. segments]);
            }
            else if (before is [.. var rest, RoutePatternSeparatorPart] && last.IsOptional)
            {
                // "{name}.{extension?}": nothing after it may be missing.
                segments[^1] = rest;
                yield return new OpenApiPath([.. segments]);
                yield break;
            }
            else
            {
                yield break;
            }
        }
    }

    private string Write(Func<RoutePatternParameterPart, string> nameOf)
    {
        var path = new StringBuilder();
        foreach (var segment in _segments)
        {
            path.Append('/');
            foreach (var part in segment)
            {
                path.Append(part switch
                {
                    RoutePatternParameterPart parameter => $"{{{nameOf(parameter)}}}",
                    RoutePatternLiteralPart literal => Escape(literal.Content),
                    RoutePatternSeparatorPart separator => separator.Content,
                    _ => "",
                });
            }
        }

        return path.Length == 0 ? "/" : path.ToString();
    }

    // A brace in the literal text of the route would begin a parameter.
    private static string Escape(string literal) =>
        literal.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);
}
