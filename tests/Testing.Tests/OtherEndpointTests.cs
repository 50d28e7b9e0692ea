using System.Runtime.CompilerServices;
using Jero;
using Jero.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Testing.Tests.Products;

namespace Testing.Tests;

/// <summary>Endpoints of plain minimal APIs: no observer tells of them, and the request is what is waited for.</summary>
public sealed class OtherEndpointTests
{
    public static TheoryData<StreamHost, StreamProtocol> Hosts => Apps.Hosts;

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Events_are_taken_and_the_drop_waits_for_the_request(StreamHost host, StreamProtocol protocol)
    {
        await using var app = await Apps.StartAsync(
            new() { Host = host, Protocol = protocol },
            web => web.MapGet(
                "/plain", (CancellationToken cancellation) => TypedResults.ServerSentEvents(TicksAsync(cancellation), "tick")));
        await using var stream = await app.OpenAsync<Reading>("/plain");

        Assert.Equal([new(null, "tick", new(1)), new(null, "tick", new(2))], await stream.TakeAsync(2));

        var end = await stream.DropAsync();
        Assert.Equal((StopReason.ClientGone, 2), (end.Reason, end.ItemsSent));
        Assert.Equal(0, app.Streams.Count);
    }

    [Fact]
    public async Task A_stream_that_ends_is_told_as_completed_and_one_that_throws_as_faulted()
    {
        var fail = new TaskCompletionSource();
        await using var app = await Apps.StartAsync(map: web =>
        {
            web.MapGet("/plain", () => TypedResults.ServerSentEvents(SomeAsync(fail: null)));
            web.MapGet("/plain/fails", () => TypedResults.ServerSentEvents(SomeAsync(fail.Task)));
        });

        await using var whole = await app.OpenAsync<Reading>("/plain");
        Assert.Equal(2, (await whole.ReadToEndAsync()).Count);
        Assert.Equal(StopReason.Completed, (await whole.EndAsync()).Reason);

        await using var broken = await app.OpenAsync<Reading>("/plain/fails");
        await broken.TakeAsync(2);
        fail.SetResult();
        await Assert.ThrowsAsync<StreamTruncatedException>(() => broken.ReadToEndAsync());
        Assert.IsType<TimeZoneNotFoundException>((await broken.EndAsync()).Fault);
    }

    [Fact]
    public async Task A_handler_that_does_not_notice_is_named()
    {
        await using var app = await Apps.StartAsync(
            map: web => web.MapGet("/plain/deaf", (Gate gate) => TypedResults.ServerSentEvents(DeafAsync(gate))));
        await using var stream = await app.OpenAsync<Reading>("/plain/deaf");
        await stream.TakeAsync(1);

        Snapshot.Match(await Apps.FailureAsync<StreamTimeoutException>(stream.DropAsync));

        app.Services.GetRequiredService<Gate>().Open();
    }

    [Fact]
    public async Task Opening_waits_for_the_first_event_with_which_the_headers_go()
    {
        var hasStarted = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await Apps.StartAsync(map: web => web.MapGet(
            "/plain/feed", (Feed feed, HttpContext http) => TypedResults.ServerSentEvents(FollowAsync(feed, http))));

        var opening = app.OpenAsync<Reading>("/plain/feed");
        Assert.False(await hasStarted.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.False(opening.IsCompleted);
        app.Services.GetRequiredService<Feed>().Publish(1);

        await using var stream = await opening;
        Assert.Equal(1, (await stream.TakeAsync(1))[0].Item.Number);

        async IAsyncEnumerable<Reading> FollowAsync(Feed feed, HttpContext http)
        {
            hasStarted.TrySetResult(http.Response.HasStarted);
            await foreach (var reading in feed.FollowAsync(http.RequestAborted))
            {
                yield return reading;
            }
        }
    }

    private static async IAsyncEnumerable<Reading> TicksAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 1; number <= 2; number++)
        {
            await Task.Yield();
            yield return new(number);
        }

        await Task.Delay(Timeout.Infinite, cancellation);
    }

    private static async IAsyncEnumerable<Reading> SomeAsync(Task? fail)
    {
        yield return new(1);
        await Task.Yield();
        yield return new(2);
        if (fail is not null)
        {
            await fail;
            throw new TimeZoneNotFoundException("broken");
        }
    }

    private static async IAsyncEnumerable<Reading> DeafAsync(Gate gate)
    {
        yield return new(1);
        await gate.Opened;
    }
}
