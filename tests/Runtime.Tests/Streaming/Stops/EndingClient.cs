using Microsoft.Extensions.Time.Testing;

namespace Runtime.Tests.Streaming.Stops;

/// <summary>Asks for the stream, sees to it that it ends as the row says, and tells what the client saw.</summary>
internal static class EndingClient
{
    public const string Path = "/stream";
    public static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    public static async Task<(SeenEnd End, string? Body)> RunAsync(App app, FakeTimeProvider time, StreamEnd end)
    {
        switch (end)
        {
            case StreamEnd.SourceCompletes or StreamEnd.SourceThrows or StreamEnd.SourceThrowsBeforeItem1:
                using (var client = await RawClient.ReadWholeAsync(app, Path))
                {
                    return Seen(client);
                }

            case StreamEnd.ClientResetsHttp2Stream:
                await ResetHttp2Async(app);
                return (SeenEnd.Nothing, null);
            default:
                using (var client = await RawClient.SendAsync(app, Path))
                {
                    await client.UntilAsync(TracedSource.FirstItem);
                    return await EndAsync(app, time, client, end);
                }
        }
    }

    private static async Task<(SeenEnd End, string? Body)> EndAsync(App app, FakeTimeProvider time, RawClient client, StreamEnd end)
    {
        switch (end)
        {
            case StreamEnd.ClientSendsFin:
                client.Finish();
                return (SeenEnd.Nothing, null);
            case StreamEnd.ClientSendsRst:
                client.Reset();
                return (SeenEnd.Nothing, null);
            case StreamEnd.ServerStops:
                var stopped = app.Web.StopAsync(TestContext.Current.CancellationToken);
                await UntilEndAsync(client);
                await stopped.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
                return Seen(client);
            case StreamEnd.DurationIsOver:
                time.Advance(MaxDuration);
                await UntilEndAsync(client);
                return Seen(client);
            case StreamEnd.ClientTakesNothing:
                await App.UntilAsync(
                    () =>
                    {
                        time.Advance(SendTimeout / 10);
                        return app.Log.OfJero.Any(static line => line.Message.Contains("did not take", StringComparison.Ordinal));
                    },
                    "the client's window fills and the send timeout passes");
                // From here on the clock stands still, because the time that the source has to return would pass next.
                await client.UntilClosedAsync();
                return Seen(client);
            default:
                throw new ArgumentOutOfRangeException(nameof(end), end, null);
        }
    }

    private static async Task UntilEndAsync(RawClient client)
    {
        var closed = client.UntilClosedAsync();
        await App.UntilAsync(() => closed.IsCompleted || client.IsWhole, "the body ends");
    }

    private static async Task ResetHttp2Async(App app)
    {
        using var client = Clients.Http2(app);
        using var response = await client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await body.ReadExactlyAsync(new byte[TracedSource.FirstItem.Length], TestContext.Current.CancellationToken);
    }

    private static (SeenEnd End, string Body) Seen(RawClient client)
    {
        if (client.Received.StartsWith("HTTP/1.1 500 ", StringComparison.Ordinal))
        {
            return (SeenEnd.Problem, client.Body);
        }

        Assert.StartsWith("HTTP/1.1 200 ", client.Received, StringComparison.Ordinal);
        return (client.IsWhole ? SeenEnd.Whole : SeenEnd.CutShort, client.Body);
    }
}
