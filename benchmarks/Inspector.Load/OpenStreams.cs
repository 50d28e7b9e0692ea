using System.Net;

namespace Inspector.Load;

/// <summary>What the server's processor does while many streams are idle: nobody looking, and with a page open.</summary>
internal static class OpenStreams
{
    public static async Task MeasureAsync(int count, TimeSpan time)
    {
        await using var server = await ServerProcess.StartAsync();
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
        using var client = new HttpClient(handler)
        {
            BaseAddress = server.Http2,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var streams = new List<HttpResponseMessage>();
        foreach (var batch in Enumerable.Range(0, count).Chunk(500))
        {
            streams.AddRange(await Task.WhenAll(batch.Select(_ => client.GetAsync("/idle", HttpCompletionOption.ResponseHeadersRead))));
        }

        var closed = await LoadAsync(server, time);
        using var leaving = new CancellationTokenSource();
        var page = LookAsync(server.Apps[^1], leaving.Token);
        var open = await LoadAsync(server, time);
        await leaving.CancelAsync();
        Console.WriteLine(
            $"{count} idle streams: {closed:P2} of one core with the page closed, {open:P2} with it open ({await page} summaries)");
        streams.ForEach(static stream => stream.Dispose());
    }

    private static async Task<double> LoadAsync(ServerProcess server, TimeSpan time)
    {
        await Task.Delay(TimeSpan.FromSeconds(3));
        var before = await server.AskAsync("/cpu");
        await Task.Delay(time);
        return (await server.AskAsync("/cpu") - before) / time.TotalMilliseconds;
    }

    // As the page does: the sums as they come, and after each the rows on the screen.
    private static async Task<int> LookAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var summaries = 0;
        try
        {
            using var reader = new StreamReader(await client.GetStreamAsync("/_jero/overview", cancellationToken));
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.StartsWith("data:", StringComparison.Ordinal))
                {
                    summaries++;
                    await client.GetStringAsync("/_jero/streams?order=Age&descending=true&skip=5000&take=30", cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page is closed.
        }

        return summaries;
    }
}
