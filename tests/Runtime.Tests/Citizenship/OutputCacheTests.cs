using Jero;
using Microsoft.AspNetCore.Builder;
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
    [InlineData("/plain")]
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

    [Fact]
    public async Task A_stream_that_asks_for_it_is_kept()
    {
        _trace.Release();
        await using var app = await StartAsync();

        using var first = await RawClient.ReadWholeAsync(app, "/citizen/kept");
        using var second = await RawClient.ReadWholeAsync(app, "/citizen/kept");

        Assert.Equal(first.Body, second.Body);
        Assert.NotNull(second.HeaderOf("Age"));
        Assert.Equal("open, closed", _trace.Steps);
    }

    [Fact]
    public async Task A_base_policy_keeps_what_is_no_stream()
    {
        await using var app = await StartAsync();

        using var first = await RawClient.ReadWholeAsync(app, "/citizen/verbs");
        using var second = await RawClient.ReadWholeAsync(app, "/citizen/verbs");

        Assert.NotNull(second.HeaderOf("Age"));
    }

    private Task<App> StartAsync() => Citizen.StartAsync(_trace, web =>
    {
        web.UseOutputCache();
        web.MapEndpoint<StreamCitizen>();
        web.MapEndpoint<EventsCitizen>();
        web.MapEndpoint<KeptCitizen>();
        web.MapEndpoint<VerbsCitizen>();
        web.MapGet("/plain", () => new StreamingResponse(Chunks()));
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
