using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming.Heads;

/// <summary>The header that asks intermediaries to forward at once (RFC 10036).</summary>
public sealed class IncrementalTests
{
    private static readonly Probe Source = new();

    [Theory]
    [InlineData("/events", "?1")]
    [InlineData("/lines", "?1")]
    [InlineData("/attachment", null)]
    [InlineData("/inline", "?1")]
    [InlineData("/own", "?0")]
    [InlineData("/bytes", null)]
    [InlineData("/value", null)]
    public async Task Live_streams_carry_it(string path, string? value)
    {
        await using var app = await StartAsync();
        Assert.Equal(value, await ValueAsync(app, path, "GET"));
        Assert.Equal(value, await ValueAsync(app, path, "HEAD"));
    }

    [Fact]
    public async Task An_option_switches_it_off()
    {
        await using var app = await StartAsync(static options => options.SendsIncremental = false);
        Assert.Null(await ValueAsync(app, "/events", "GET"));
        Assert.Null(await ValueAsync(app, "/lines", "GET"));
    }

    private static async Task<string?> ValueAsync(App app, string path, string method)
    {
        using var client = await RawClient.SendAsync(app, path, method);
        await client.UntilAsync("\r\n\r\n");
        return client.Received.Split("\r\n").Where(static line => line.StartsWith("Incremental: ", StringComparison.Ordinal))
            .Select(static line => line["Incremental: ".Length..]).SingleOrDefault();
    }

    private static Task<App> StartAsync(Action<JeroOptions>? configure = null) => App.StartAsync(
        static web =>
        {
            string[] methods = ["GET", "HEAD"];
            web.MapMethods("/events", methods, static () => new SSEResponse<Movie>(Source.Ready(1)));
            web.MapMethods("/lines", methods, static () => new NDJSONStreamingResponse<Movie>(Source.Ready(1)));
            web.MapMethods("/attachment", methods, static () => Disposed("Attachment; filename=\"films.ndjson\""));
            web.MapMethods("/inline", methods, static () => Disposed("inline"));
            web.MapMethods("/own", methods, static () => new SSEResponse<Movie>(Source.Ready(1)) { RawHeaders = { ["Incremental"] = "?0" } });
            web.MapMethods("/bytes", methods, static () => new StreamingResponse(new MemoryStream([1])));
            web.MapMethods("/value", methods, static () => new JSONResponse<int>(1));
        },
        services => services
            .AddJero(configure)
            .ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, MovieJson.Default)));

    private static NDJSONStreamingResponse<Movie> Disposed(string disposition) =>
        new(Source.Ready(1)) { RawHeaders = { ["Content-Disposition"] = disposition } };
}
