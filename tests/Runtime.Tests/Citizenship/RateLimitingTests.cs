using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class RateLimitingTests
{
    private const string Path = "/citizen/limited";

    private readonly Trace _trace = new();

    [Fact]
    public async Task A_concurrency_limiter_counts_a_stream_until_it_has_ended()
    {
        await using var app = await StartAsync();
        using var first = await RawClient.SendAsync(app, Path);
        await first.UntilAsync("first");

        using var second = await RawClient.ReadWholeAsync(app, Path);
        using var head = await RawClient.ReadWholeAsync(app, Path, "HEAD");
        Assert.Equal((429, 429), (second.StatusOf(), head.StatusOf()));

        _trace.Release();
        await first.UntilAsync("0\r\n\r\n");
        await app.UntilStatusAsync(Path, 200);
    }

    [Fact]
    public async Task A_stream_whose_client_has_left_counts_until_its_teardown_is_done()
    {
        await using var app = await StartAsync();
        using (var first = await RawClient.SendAsync(app, Path + "?slow=true"))
        {
            await first.UntilAsync("first");
            first.Reset();
        }

        await App.UntilAsync(() => _trace.Steps.Contains("closing", StringComparison.Ordinal), "teardown has begun");
        using var second = await RawClient.ReadWholeAsync(app, Path);
        Assert.Equal(429, second.StatusOf());

        _trace.Release();
        await app.UntilStatusAsync(Path, 200);
    }

    private Task<App> StartAsync() => Citizen.StartAsync(_trace, web =>
    {
        web.UseRateLimiter();
        web.MapEndpoint<LimitedCitizen>();
    }, services => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = 429;
        limiter.AddConcurrencyLimiter("one", one => one.PermitLimit = 1);
    }));
}

[Endpoint(Path)]
internal sealed partial class LimitedCitizen(Trace trace)
{
    private const string Path = "/citizen/limited";

    [EnableRateLimiting("one")]
    public NDJSONStreamingResponse<Movie> Get(bool slow = false) => new(slow ? SlowToClose() : trace.Movies());

    private async IAsyncEnumerable<Movie> SlowToClose([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            yield return new Movie("first");
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }
        finally
        {
            trace.Note("closing");
            await trace.Released(CancellationToken.None);
        }
    }
}
