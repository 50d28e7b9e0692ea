using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Client.Generator.Tests.Http;

/// <summary>A small server that answers as the frameworks of the documents do, by plain loops.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Server(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single() + "/base/") };
    }

    /// <summary>A client whose base address has a path of its own, under which the server is.</summary>
    public HttpClient Client { get; }

    public static async Task<Server> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UsePathBase("/base");
        app.UseRouting();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Server(app);
    }

    /// <summary>Sends pieces, each of them at once.</summary>
    public static async Task SendAsync(HttpContext http, string contentType, params string[] pieces)
    {
        http.Response.ContentType = contentType;
        foreach (var piece in pieces)
        {
            await http.Response.WriteAsync(piece);
            await http.Response.Body.FlushAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
