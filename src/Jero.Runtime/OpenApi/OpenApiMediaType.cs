using Microsoft.AspNetCore.Http;

namespace Jero.OpenApi;

/// <summary>Has the media types that a document is served as.</summary>
internal static class OpenApiMediaType
{
    public const string Json = "application/json";

    /// <summary>https://spec.openapis.org/oas/v3.2.0.html#openapi-description-structure</summary>
    public const string OpenApi = "application/vnd.oai.openapi+json";

    /// <summary>
    /// Returns the media type of OpenAPI documents if the request names it and does not prefer JSON; otherwise that of JSON.
    /// </summary>
    public static string Negotiate(HttpRequest request)
    {
        var (openApi, json) = (0.0, 0.0);
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            var quality = accepted.Quality ?? 1;
            if (accepted.MediaType.Equals(OpenApi, StringComparison.OrdinalIgnoreCase))
            {
                openApi = Math.Max(openApi, quality);
            }
            else if (accepted.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase))
            {
                json = Math.Max(json, quality);
            }
        }

        return openApi > 0 && openApi >= json ? OpenApi : Json;
    }
}
