using Jero;
using Jero.Testing;

namespace Cookbook.Tests;

/// <summary>The recipes as an app of its own.</summary>
internal static class CookbookApp
{
    public static Task<StreamApp> StartAsync(Action<IServiceCollection> services, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHttpClient();
        services(builder.Services);
        return StreamApp.StartAsync(builder, web =>
        {
            web.MapJero();
            map?.Invoke(web);
        });
    }
}
