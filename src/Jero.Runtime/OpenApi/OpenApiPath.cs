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
    public static string Of(RoutePattern pattern)
    {
        var path = new StringBuilder();
        foreach (var segment in pattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
            {
                path.Append(part switch
                {
                    RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    _ => "",
                });
            }
        }

        return path.Length == 0 ? "/" : path.ToString();
    }
}
