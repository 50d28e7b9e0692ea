using Microsoft.AspNetCore.Http.HttpResults;

namespace Notifications;

/// <summary>The page, its style and its scripts.</summary>
internal static class Page
{
    // What the page consists of comes from here, and nothing else does.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        Map("/", "index.html", "text/html; charset=utf-8");
        Map("/page.css", "page.css", "text/css; charset=utf-8");
        foreach (var script in (ReadOnlySpan<string>)["page.js", "form.js", "feed.js", "stream.js", "dom.js", "client.js"])
        {
            Map($"/{script}", script, "text/javascript; charset=utf-8");
        }

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
        using var resource = typeof(Page).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return file;
    }
}
