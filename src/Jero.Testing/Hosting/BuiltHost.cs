using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Jero.Testing.Hosting;

/// <summary>Hosts an app that the test itself builds.</summary>
internal sealed class BuiltHost : IAppHost
{
    private readonly WebApplication _web;

    private BuiltHost(WebApplication web) => _web = web;

    public IServiceProvider Services => _web.Services;

    public static async Task<BuiltHost> StartAsync(WebApplicationBuilder builder, Action<WebApplication> map, HostSetup setup)
    {
        if (setup.IsKestrel)
        {
            builder.WebHost.UseKestrel(setup.Listen);
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        setup.Configure(builder.WebHost);
        setup.AddTo(builder.Services);
        var web = builder.Build();
        try
        {
            map(web);
            await web.StartAsync().ConfigureAwait(false);
            return new BuiltHost(web);
        }
        catch
        {
            await web.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public HttpMessageHandler CreateInProcessHandler() => _web.GetTestServer().CreateHandler();

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync().ConfigureAwait(false);
        await _web.DisposeAsync().ConfigureAwait(false);
    }
}
