using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class OutputCacheTests
{
    private readonly Trace _trace = new();

    [Theory]
    [InlineData("/citizen/stream")]
    [InlineData("/citizen/events")]
    [InlineData("/minimal")]
    [InlineData("/any")]
    [InlineData("/any/later")]
    public async Task A_base_policy_neither_keeps_a_stream_nor_makes_a_second_client_wait(string path)
    {
        await using var app = await StartAsync();
        using var first = await RawClient.SendAsync(app, path);
        await first.UntilAsync("first");

        using var second = await RawClient.SendAsync(app, path);
        await second.UntilAsync("first");
        _trace.Release();
        await first.UntilAsync("0\r\n\r\n");
        await second.UntilAsync("0\r\n\r\n");

        using var third = await RawClient.ReadWholeAsync(app, path);
        Assert.Null(third.HeaderOf("Age"));
        Assert.Equal("open, open, closed, closed, open, closed", _trace.Steps);
    }

    [Theory]
    [InlineData("/citizen/kept")]
    [InlineData("/any/kept")]
    public async Task A_stream_that_asks_for_it_is_kept(string path)
    {
        _trace.Release();
        await using var app = await StartAsync();

        using var first = await RawClient.ReadWholeAsync(app, path);
        using var second = await RawClient.ReadWholeAsync(app, path);

        Assert.Equal(first.Body, second.Body);
        Assert.NotNull(second.HeaderOf("Age"));
        Assert.Equal("open, closed", _trace.Steps);
    }

    [Theory]
    [InlineData("/citizen/verbs")]
    [InlineData("/any/value")]
    public async Task A_base_policy_keeps_what_is_no_stream(string path)
    {
        await using var app = await StartAsync();

        using var first = await RawClient.ReadWholeAsync(app, path);
        using var second = await RawClient.ReadWholeAsync(app, path);

        Assert.NotNull(second.HeaderOf("Age"));
    }

    private Task<App> StartAsync() => Citizen.StartAsync(_trace, web =>
    {
        web.UseOutputCache();
        web.MapEndpoint<StreamCitizen>();
        web.MapEndpoint<EventsCitizen>();
        web.MapEndpoint<KeptCitizen>();
        web.MapEndpoint<VerbsCitizen>();
        web.MapGet("/minimal", () => new StreamingResponse(Chunks()));
        web.MapGet("/any", IResult () => new StreamingResponse(Chunks()));
        web.MapGet("/any/later", async Task<IResult> () =>
        {
            await Task.Yield();
            return new StreamingResponse(Chunks());
        });
        web.MapGet("/any/kept", IResult () => new StreamingResponse(Chunks())).CacheOutput();
        web.MapGet("/any/value", IResult () => TypedResults.Text(Guid.NewGuid().ToString()));
    }, services => services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Cache())));

    private async IAsyncEnumerable<byte[]> Chunks()
    {
        await foreach (var movie in _trace.Movies())
        {
            yield return System.Text.Encoding.UTF8.GetBytes(movie.Title);
        }
    }
}

[Endpoint("/citizen/kept")]
internal sealed partial class KeptCitizen(Trace trace)
{
    [OutputCache(Duration = 60)]
    public NDJSONStreamingResponse<Movie> Get() => new(trace.Movies());
}
