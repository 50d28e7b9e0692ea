using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Shared;

namespace Inspector.Tests.App;

/// <summary>An app with an inspector on a real Kestrel. The header X-User says who asks.</summary>
internal sealed class InspectedApp : IAsyncDisposable
{
    private InspectedApp(WebApplication web)
    {
        Web = web;
        Address = new Uri(web.Urls.Single());
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        Log = web.Services.GetRequiredService<FakeLogCollector>();
    }

    public WebApplication Web { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public FakeLogCollector Log { get; }

    public Gate Gate => Web.Services.GetRequiredService<Gate>();

    public string Page => new Uri(Address, "/_jero/").ToString();

    public static async Task<InspectedApp> StartAsync(
        string environment = "Development",
        Action<JeroInspectorOptions>? options = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? map = null,
        string address = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ApplicationName = "Shop",
        });
        builder.Logging.ClearProviders().AddFakeLogging();
        builder.WebHost.UseUrls(address);
        builder.Services.AddJero().AddSingleton<Gate>();
        build?.Invoke(builder);
        var web = builder.Build();
        web.Use((http, next) =>
        {
            if (http.Request.Headers["X-User"].ToString() is { Length: > 0 } user)
            {
                http.User = Users.Named(user);
            }

            return next(http);
        });
        web.MapJero();
        web.MapJeroOpenApi(configure: static document => document.Transform = Promise);
        if (map is null)
        {
            web.MapJeroInspector(configure: options);
        }
        else
        {
            map(web);
        }

        try
        {
            await web.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }

        return new InspectedApp(web);
    }

    /// <summary>Starts an app at the address of one that is gone.</summary>
    public static async Task<InspectedApp> StartAgainAsync(Uri address)
    {
        using var limit = new CancellationTokenSource(Until.Limit);
        while (true)
        {
            try
            {
                return await StartAsync(address: address.ToString());
            }
            catch (IOException) when (!limit.IsCancellationRequested)
            {
                // Another test may have been given the port meanwhile, and gives it back.
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Opens a stream, and returns when its response has begun.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path, string? user = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (user is not null)
        {
            request.Headers.TryAddWithoutValidation("X-User", user);
        }

        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async Task<JsonNode> AskAsync(string path) =>
        JsonNode.Parse(await Client.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Web.DisposeAsync();
    }

    // The document says of lines what their source does not hold to: the fourth is too large.
    private static void Promise(JsonObject document)
    {
        var answer = document["paths"]!["/lines"]!["get"]!["responses"]!["200"]!["content"]!["application/x-ndjson"]!;
        answer["itemSchema"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("number", "text"),
            ["properties"] = new JsonObject { ["number"] = new JsonObject { ["type"] = "integer", ["maximum"] = 3 } },
        };
    }
}
