using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpenApi.Tests;

/// <summary>An app with every row of the rules, on a real Kestrel.</summary>
public sealed class KitchenApp : IAsyncLifetime
{
    private WebApplication? _web;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _web = builder.Build();
        _web.MapJero();
        _web.MapGroup("/{tenant:guid}").WithTags("tenants").MapEndpoint<Runtime.Tests.OpenApi.DocumentedEventsEndpoint>();
        _web.MapJeroOpenApi();
        await _web.StartAsync(TestContext.Current.CancellationToken);
        Client.BaseAddress = new Uri(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _web!.DisposeAsync();
    }
}
