using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Samples.Tests.Assistant;

/// <summary>A server of the chat completions API that answers as a test tells it, over real HTTP.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource<long> _clientGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    private StubServer(WebApplication app) => _app = app;

    /// <summary>Where the API begins.</summary>
    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";

    /// <summary>How often it was asked and has read the question.</summary>
    public int Requests => _requests;

    /// <summary>The last request, as it came.</summary>
    public JsonElement Body { get; private set; }

    /// <summary>The key of the last request.</summary>
    public string? Authorization { get; private set; }

    /// <summary>The moment at which the server saw its client leave, by the clock of <see cref="TimeProvider.System"/>.</summary>
    public Task<long> ClientGone => _clientGone.Task;

    public static async Task<StubServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new StubServer(app);
        app.MapPost("/v1/chat/completions", (HttpContext http) => stub.AnswerAsync(http, answer));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, Func<HttpContext, Task> answer)
    {
        Authorization = http.Request.Headers.Authorization;
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        Body = body.RootElement.Clone();
        // Left in place: an answer that ends by the same token may end before this is called, and would take it away.
        http.RequestAborted.Register(() => _clientGone.TrySetResult(TimeProvider.System.GetTimestamp()));
        // A test that sees the count may make the client leave, which this must see.
        Interlocked.Increment(ref _requests);
        try
        {
            await answer(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has left.
        }
    }
}
