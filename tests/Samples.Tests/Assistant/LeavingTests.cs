using Microsoft.Extensions.Logging;
using Samples.Tests.Movies;

namespace Samples.Tests.Assistant;

/// <summary>A client that leaves stops the model: nobody pays for words that nobody reads.</summary>
public sealed class LeavingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET /questions/stream?text=Go+on", true)]
    [InlineData("GET /questions/stream?text=Go+on", false)]
    public async Task The_upstream_sees_that_the_client_has_left_a_never_ending_answer(string request, bool isTalking)
    {
        await using var stub = await StubServer.StartAsync(async http =>
        {
            await Completion.BeginAsync(http);
            await Completion.WordAsync(http, "One");
            for (; isTalking; await Task.Delay(5, http.RequestAborted)) await Completion.WordAsync(http, " more");
            await Completion.SilenceAsync(http);
        });
        using var app = AssistantApp.Before(stub);
        using var connection = await RawConnection.SendAsync(app.Port, request);
        await connection.ReadToAsync("One");

        var left = TimeProvider.System.GetTimestamp();
        connection.Reset();
        var seen = await stub.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        // The aim is 200 ms.
        var milliseconds = TimeProvider.System.GetElapsedTime(left, seen).TotalMilliseconds;
        TestContext.Current.TestOutputHelper!.WriteLine($"The upstream knew after {milliseconds:F1} ms.");
        await UntilAsync(() => app.Log.GetSnapshot().Any(record => record.Message.StartsWith("answer broken off", StringComparison.Ordinal)));
        Assert.DoesNotContain(app.Log.GetSnapshot(), record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_client_that_leaves_before_the_first_word_is_seen_as_well()
    {
        await using var stub = await StubServer.StartAsync(Completion.SilenceAsync);
        using var app = AssistantApp.Before(stub);
        using var connection = await RawConnection.SendAsync(app.Port, "GET /questions/stream?text=Go+on");
        await UntilAsync(() => stub.Requests == 1);

        connection.Reset();

        await stub.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.DoesNotContain(app.Log.GetSnapshot(), record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_client_that_cancels_its_post_is_seen_as_well()
    {
        await using var stub = await StubServer.StartAsync(async http =>
        {
            await Completion.BeginAsync(http);
            await Completion.WordAsync(http, "One");
            await Completion.SilenceAsync(http);
        });
        using var app = AssistantApp.Before(stub);
        var response = await app.AskAsync("Go on");

        response.Dispose();
        app.Client.Dispose();

        await stub.ClientGone.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition()) await Task.Delay(10, limit.Token);
    }
}
