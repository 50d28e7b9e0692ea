namespace Movies;

/// <summary>The page that lists the endpoints and follows the event feed.</summary>
internal static class IndexPage
{
    public static IEndpointConventionBuilder MapIndexPage(this IEndpointRouteBuilder routes)
    {
        using var resource = typeof(IndexPage).Assembly.GetManifestResourceStream("index.html")
            ?? throw new InvalidOperationException("index.html is not embedded.");
        var page = new byte[resource.Length];
        resource.ReadExactly(page);
        return routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], () => TypedResults.Bytes(page, "text/html; charset=utf-8"));
    }
}
