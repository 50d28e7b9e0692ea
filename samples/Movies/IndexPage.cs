using Microsoft.AspNetCore.Http.HttpResults;

namespace Movies;

/// <summary>The page that lists the endpoints and follows the event feed.</summary>
internal static class IndexPage
{
    // What the page consists of comes from here, and nothing else does. Scalar's page has scripts of its own and is no part of it.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapIndexPage(this IEndpointRouteBuilder routes)
    {
        Map("/", "index.html", "text/html; charset=utf-8");
        Map("/page.css", "page.css", "text/css; charset=utf-8");
        Map("/page.js", "page.js", "text/javascript; charset=utf-8");
        Map("/client.js", "client.js", "text/javascript; charset=utf-8");

        void Map(string path, string name, string contentType)
        {
            var file = Read(name);
            routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], Answer).ExcludeFromDescription();

            FileContentHttpResult Answer(HttpResponse response)
            {
                response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
                return TypedResults.Bytes(file, contentType);
            }
        }
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(IndexPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return file;
    }
}
