using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>What the tests of this folder have in common.</summary>
internal static class Citizen
{
    public static Task<App> StartAsync(Trace trace, Action<WebApplication> map, Action<IServiceCollection>? services = null) => App.StartAsync(map, all =>
    {
        all.AddSingleton(trace);
        services?.Invoke(all);
    });

    public static Endpoint Endpoint(this App app, string method, string path) => app.Web.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Single(endpoint => endpoint.RoutePattern.RawText == path && endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains(method));

    /// <summary>Asks until the status is the expected one, which another request's end brings about.</summary>
    public static async Task UntilStatusAsync(this App app, string path, int status)
    {
        var until = DateTime.UtcNow + App.Patience;
        while (true)
        {
            using var client = await RawClient.ReadWholeAsync(app, path, "HEAD");
            if (client.Received.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(DateTime.UtcNow < until, client.Received);
        }
    }

    public static int StatusOf(this RawClient client) => int.Parse(client.Received.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);

    public static string? HeaderOf(this RawClient client, string name) => client.Received.Split("\r\n\r\n")[0].Split("\r\n")
        .Where(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 2)..])
        .FirstOrDefault();
}
