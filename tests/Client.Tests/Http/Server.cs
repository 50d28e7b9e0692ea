using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Client.Tests.Http;

/// <summary>A real server that answers each request by the next handler of a list, the last one for ever.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestDelegate[] _answers;
    private int _requests;

    private Server(HttpProtocols protocols, RequestDelegate[] answers)
    {
        _answers = answers;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(http =>
        {
            var number = Interlocked.Increment(ref _requests);
            lock (Seen)
            {
                Seen.Add((http.Request.Method, http.Request.Headers["Last-Event-ID"], http.Request.Headers.Authorization));
            }

            return _answers[Math.Min(number, _answers.Length) - 1](http);
        });
    }

    public List<(string Method, string? LastEventId, string? Authorization)> Seen { get; } = [];

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Raised when the client has the headers of an answer.</summary>
    public event Action? Answered;

    public static async Task<Server> StartAsync(HttpProtocols protocols, params RequestDelegate[] answers)
    {
        var server = new Server(protocols, answers);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        var addresses = server._app.Services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer)) as Microsoft.AspNetCore.Hosting.Server.IServer;
        server.Client = new HttpClient(new Handler(server))
        {
            BaseAddress = new Uri(addresses!.Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
            DefaultRequestVersion = protocols == HttpProtocols.Http2 ? new Version(2, 0) : new Version(1, 1),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        return server;
    }

    public static Task<Server> StartAsync(params RequestDelegate[] answers) => StartAsync(HttpProtocols.Http1, answers);

    /// <summary>Sends text as a body, then ends it, or breaks the connection once <paramref name="breakOff"/> has completed.</summary>
    public static RequestDelegate Send(string text, string type = "text/event-stream", Task? breakOff = null) => async http =>
    {
        http.Response.ContentType = type;
        await http.Response.WriteAsync(text);
        await http.Response.Body.FlushAsync();
        if (breakOff is not null)
        {
            // A reset overtakes what is on its way.
            await breakOff.WaitAsync(TimeSpan.FromSeconds(60));
            http.Abort();
        }
    };

    /// <summary>Answers with a status alone.</summary>
    public static RequestDelegate Refuse(int status, string? retryAfter = null) => http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Handler(Server server) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            server.Answered?.Invoke();
            return response;
        }
    }
}
