using Scalar.AspNetCore;

namespace Movies;

/// <summary>The page that shows the document. Everything comes from the package, so that it works without a network.</summary>
internal static class ScalarPage
{
    public static void Configure(ScalarOptions options) => options
        .WithTitle("Movies")
        .WithOpenApiRoutePattern("/openapi.json")
        .DisableDefaultFonts()
        .DisableTelemetry()
        .DisableAgent()
        .DisableMcp()
        .HideDeveloperTools()
        .HideClientButton();
}
