using Jero;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cookbook.Tests;

/// <summary>The recipes on a Kestrel of their own.</summary>
internal sealed class CookbookApp : IAsyncDisposable
{
    private readonly WebApplication _web;

    private CookbookApp(WebApplication web)
    {
        _web = web;
        Client = new HttpClient
        {
            BaseAddress = new Uri(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    public HttpClient Client { get; }

    public static async Task<CookbookApp> StartAsync(Action<IServiceCollection> services, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpClient();
        services(builder.Services);
        var web = builder.Build();
        web.MapJero();
        map?.Invoke(web);
        await web.StartAsync(TestContext.Current.CancellationToken);
        return new CookbookApp(web);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _web.DisposeAsync();
    }
}
