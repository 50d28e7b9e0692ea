namespace Notifications;

/// <summary>The page, its style and its script.</summary>
internal static class Page
{
    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        Map("/", "index.html", "text/html; charset=utf-8");
        Map("/page.css", "page.css", "text/css; charset=utf-8");
        Map("/page.js", "page.js", "text/javascript; charset=utf-8");

        void Map(string path, string name, string contentType)
        {
            var file = Read(name);
            routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], () => TypedResults.Bytes(file, contentType)).ExcludeFromDescription();
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
