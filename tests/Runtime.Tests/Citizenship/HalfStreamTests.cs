using System.Runtime.CompilerServices;
using Jero;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Runtime.Tests.Streaming;

namespace Runtime.Tests.Citizenship;

/// <summary>A stream that does not come to its end is never stored as a whole one (RFC 9111, section 3.3).</summary>
public sealed class HalfStreamTests
{
    private const string Whole = "0123456789";
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _opened;

    /// <summary>Each cache, and each way not to come to the end.</summary>
    public static MatrixTheoryData<string, string> Ends => new(["/output", "/response"], ["reset", "fault", "duration"]);

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_half_stream_is_not_cached(string path, string end)
    {
        Exception? seen = null;
        var isOver = false;
        await using var app = await StartAsync(end, exception => seen = exception, () => Volatile.Write(ref isOver, true));
        using (var first = await RawClient.SendAsync(app, path))
        {
            await UntilRow4Async(first);
            if (end == "reset")
            {
                first.Reset();
            }

            End(end);
            await App.UntilAsync(() => Volatile.Read(ref isOver), "the first request is over");
        }

        using var second = await RawClient.ReadWholeAsync(app, path);

        Assert.Equal(Whole, second.Body);
        Assert.True(second.IsWhole);
        Assert.Equal(2, Volatile.Read(ref _opened));
        Assert.DoesNotContain(app.Log.Errors, line => line.Category.StartsWith("Microsoft.", StringComparison.Ordinal));
        if (path == "/response")
        {
            Assert.True(end == "reset" ? seen is OperationCanceledException : seen is IOException, $"The middleware saw {seen}");
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_half_stream_is_not_cached_over_http_2(string path, string end)
    {
        var isOver = false;
        await using var app = await StartAsync(end, _ => { }, () => Volatile.Write(ref isOver, true), HttpProtocols.Http2);
        using var client = Clients.Http2(app);
        using (var first = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            await using var rows = await first.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            var half = new byte[5];
            await rows.ReadExactlyAsync(half, TestContext.Current.CancellationToken);
            Assert.Equal("01234"u8, half);
            End(end);
            if (end != "reset")
            {
                await Assert.ThrowsAnyAsync<IOException>(async () => await rows.ReadExactlyAsync(half, TestContext.Current.CancellationToken));
            }
        }

        await App.UntilAsync(() => Volatile.Read(ref isOver), "the first request is over");

        Assert.Equal(Whole, await client.GetStringAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(2, Volatile.Read(ref _opened));
    }

    [Fact]
    public async Task A_client_that_waits_for_the_cache_gets_a_stream_of_its_own_when_the_first_one_leaves()
    {
        await using var app = await StartAsync("reset", _ => { }, () => { });
        var first = await RawClient.SendAsync(app, "/output");
        await UntilRow4Async(first);
        using var second = await RawClient.SendAsync(app, "/output", headers: "Connection: close\r\n");
        await Task.Delay(100, TestContext.Current.CancellationToken);

        first.Reset();
        await second.UntilClosedAsync();

        Assert.Equal(Whole, second.Body);
        Assert.True(second.IsWhole);
    }

    private static Task UntilRow4Async(RawClient client) =>
        client.UntilAsync("4\r\n");

    // Once the client has the first half, of which a reset would take what it has not read.
    private void End(string end)
    {
        if (end == "duration")
        {
            _time.Advance(MaxDuration);
        }
        else if (end == "fault")
        {
            _fault.SetResult();
        }
    }

    private Task<App> StartAsync(string end, Action<Exception> caught, Action over, HttpProtocols protocols = HttpProtocols.Http1) => App.StartAsync(
        web =>
        {
            web.Use(async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                catch (Exception exception)
                {
                    caught(exception);
                    throw;
                }
                finally
                {
                    over();
                }
            });
            web.UseResponseCaching();
            web.UseOutputCache();
            web.MapGet("/output", IResult () => Respond(end)).CacheOutput(policy => policy.Expire(TimeSpan.FromMinutes(1)));
            web.MapGet("/response", IResult (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=60";
                return Respond(end);
            });
        },
        services => services.AddSingleton<TimeProvider>(_time).AddResponseCaching().AddOutputCache(),
        protocols);

    // Only the first stream does not come to its end.
    private StreamingResponse Respond(string end)
    {
        var isFirst = Interlocked.Increment(ref _opened) == 1;
        return new StreamingResponse(Rows(isFirst ? end : "")) { MaxDuration = isFirst && end == "duration" ? MaxDuration : null };
    }

    private async IAsyncEnumerable<byte[]> Rows(string end, [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var row = 0; row < Whole.Length; row++)
        {
            if (row == 5 && end != "")
            {
                await (end == "fault" ? _fault.Task : Task.Delay(Timeout.Infinite, token));
                throw new InvalidDataException();
            }

            yield return [(byte)Whole[row]];
            await Task.Yield();
        }
    }
}
