using System.Text.Json;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Endpoints;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.OpenApi;

/// <summary>Documents as an app on a real Kestrel serves them.</summary>
internal static class Served
{
    public static Task<App> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null) => App.StartAsync(map, collection =>
    {
        collection.AddSingleton<Journal>();
        services?.Invoke(collection);
    });

    /// <summary>The document of an app that maps what it is told to.</summary>
    public static async Task<JsonElement> DocumentAsync(
        Action<WebApplication> map, Action<JeroOpenApiOptions>? configure = null, Action<IServiceCollection>? services = null, string query = "")
    {
        await using var app = await StartAsync(
            web =>
            {
                map(web);
                web.MapJeroOpenApi(configure: configure);
            },
            services);
        return JsonDocument.Parse(await BytesAsync(app, "/openapi.json" + query)).RootElement;
    }

    public static async Task<byte[]> BytesAsync(App app, string path)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {string.Join('\n', app.Log.Errors)}");
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    public static JsonElement Operation(this JsonElement document, string path, string verb = "get") =>
        document.GetProperty("paths").GetProperty(path).GetProperty(verb);

    public static string Compact(this JsonElement element) => JsonSerializer.Serialize(element);

    public static IEnumerable<string> Names(this JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
