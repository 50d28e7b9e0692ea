using System.Net;

namespace Inspector.Load;

/// <summary>What the server's processor does while many streams are idle: nobody looking, and with a page open in Chromium.</summary>
internal static class OpenStreams
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

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

        Console.WriteLine($"{count} idle streams: {await LoadAsync(server, time):P2} of one core with the page closed");
        if (PathOf("chromium") is { } chromium)
        {
            await LookAsync(server, chromium, count, time);
        }
        else
        {
            Console.WriteLine("  There is no chromium to open the page.");
        }

        streams.ForEach(static stream => stream.Dispose());
    }

    private static async Task LookAsync(ServerProcess server, string chromium, int count, TimeSpan time)
    {
        await using var page = await OpenPage.LookAsync(chromium, new Uri(server.Apps[^1].BaseAddress!, "/_jero/"), count);
        await MeasureAsync("open");
        await page.SortAndScrollAsync();
        await MeasureAsync("sorted and in the middle");

        async Task MeasureAsync(string state)
        {
            var before = await page.UsedAsync();
            var load = await LoadAsync(server, time);
            var (tasks, layout) = await page.UsedAsync();
            var seconds = time + Settling;
            Console.WriteLine(
                $"  {load:P2} with the page {state}, whose own thread takes {(tasks - before.Tasks) / seconds.TotalSeconds:P2}"
                + $" ({(layout - before.Layout) / seconds.TotalSeconds:P2} styles and layout)");
            await page.KeepAsync($"inspector-{count}-{state.Split(' ')[0]}.png");
        }
    }

    private static async Task<double> LoadAsync(ServerProcess server, TimeSpan time)
    {
        await Task.Delay(Settling);
        var before = await server.AskAsync("/cpu");
        await Task.Delay(time);
        return (await server.AskAsync("/cpu") - before) / time.TotalMilliseconds;
    }

    private static string? PathOf(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
