using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

public sealed class RequestTimeoutTests
{
    private readonly Trace _trace = new();

    [Theory]
    [InlineData("handler")]
    [InlineData("source")]
    public async Task A_timeout_before_the_first_byte_is_answered_by_the_middleware(string waits)
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/timeout?waits=" + waits);

        Assert.Equal(504, client.StatusOf());
        Assert.Null(client.HeaderOf("Content-Type"));
        await App.UntilAsync(() => _trace.Steps == "open, closed", "teardown has run");
        Assert.Empty(app.Log.Errors);
    }

    [Fact]
    public async Task A_timeout_in_the_midst_of_a_stream_breaks_it_off_and_runs_teardown()
    {
        await using var app = await StartAsync();

        using var client = await RawClient.ReadWholeAsync(app, "/citizen/timeout?waits=second");

        Assert.Equal(200, client.StatusOf());
        Assert.Contains("first", client.Received, StringComparison.Ordinal);
        Assert.False(client.IsWhole);
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream has ended");
        Assert.Equal("open, closed", _trace.Steps);

        Assert.Empty(app.Log.Errors);
        Assert.DoesNotContain(app.Log.OfJero, line => line.Level >= LogLevel.Warning);
    }

    private Task<App> StartAsync() => Citizen.StartAsync(_trace, web =>
    {
        web.UseRequestTimeouts();
        web.MapEndpoint<TimeoutCitizen>();
    }, services => services.AddRequestTimeouts());
}

[Endpoint("/citizen/timeout")]
internal sealed partial class TimeoutCitizen(Trace trace)
{
    [RequestTimeout(milliseconds: 2000)]
    public async Task<NDJSONStreamingResponse<Movie>> GetAsync(string waits, CancellationToken token)
    {
        if (waits != "handler")
        {
            return new(waits == "source" ? Late(token) : trace.Movies(token));
        }

        trace.Note("open");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }
        finally
        {
            trace.Note("closed");
        }

        throw new InvalidOperationException("The wait never ends by itself.");
    }

    private async IAsyncEnumerable<Movie> Late([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
    {
        trace.Note("open");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            yield return new Movie("late");
        }
        finally
        {
            trace.Note("closed");
        }
    }
}
