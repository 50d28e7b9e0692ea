using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Jero.OpenApi;

/// <summary>How routes are written in a document.</summary>
internal static class OpenApiPath
{
    /// <summary>The key of a verb in a Path Item Object.</summary>
    public static string Key(string verb) => verb switch
    {
        "GET" => "get",
        "POST" => "post",
        "PUT" => "put",
        "PATCH" => "patch",
        _ => "delete",
    };

    /// <summary>The template without constraints and defaults: <c>/movies/{id:int}</c> is <c>/movies/{id}</c>.</summary>
    public static string Of(RoutePattern pattern) => Write(pattern, static parameter => parameter.Name);

    /// <summary>
    /// What two routes have in common that a document cannot tell apart: <c>/movies/{id:int}</c> and <c>/movies/{name}</c>.
    /// https://spec.openapis.org/oas/v3.2.0.html#paths-object
    /// </summary>
    public static string Identity(RoutePattern pattern) => Write(pattern, static _ => "");

    private static string Write(RoutePattern pattern, Func<RoutePatternParameterPart, string> nameOf)
    {
        var path = new StringBuilder();
        foreach (var segment in pattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
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

    // A brace of the route itself would begin a parameter.
    private static string Escape(string literal) =>
        literal.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);
}
