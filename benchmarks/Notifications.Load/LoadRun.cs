using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Notifications.Load;

/// <summary>One run against one server.</summary>
internal static class LoadRun
{
    private const string Json = "application/json";

    public static async Task<LoadResult> RunAsync(string path, int clients, int rate, int seconds, CancellationToken cancellationToken)
    {
        using var server = await ServerProcess.StartAsync(cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
        var cookie = await SignInAsync(http, cancellationToken);
        var events = rate * seconds;
        var latencies = new Latencies();
        var all = Enumerable.Range(0, clients).Select(_ => new LoadClient(server.Address, path, cookie, events, latencies)).ToList();

        var before = server.Resident;
        var welcomed = 0;
        var running = new List<Task>();
        foreach (var client in all)
        {
            running.Add(client.RunAsync(() => Interlocked.Increment(ref welcomed), cancellationToken));
            while (running.Count - Volatile.Read(ref welcomed) > 100) await Task.Delay(5, cancellationToken);
        }

        while (Volatile.Read(ref welcomed) < clients) await Task.Delay(10, cancellationToken);
        await Task.Delay(1000, cancellationToken);
        var connected = server.Resident;
        var used = server.ProcessorTime;

        var watching = WatchAsync(server, running, cancellationToken);
        await PublishAsync(http, cookie, events, rate, cancellationToken);
        await Task.WhenAll(running).WaitAsync(TimeSpan.FromMinutes(2), cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return new LoadResult(all, latencies, server.ProcessorTime - used, before, connected, await watching);
    }

    private static async Task<string> SignInAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var body = new StringContent("""{"user":"ada"}""", Encoding.UTF8, Json);
        using var response = await http.PostAsync(new Uri("/session", UriKind.Relative), body, cancellationToken);
        return response.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    // At fixed times, whether those before have been answered or not.
    private static async Task PublishAsync(HttpClient http, string cookie, int events, int rate, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var publishing = new List<Task>();
        for (var number = 0; number < events; number++)
        {
            var wait = TimeSpan.FromSeconds((double)number / rate) - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancellationToken);
            publishing.Add(PublishAsync(http, cookie, number, cancellationToken));
        }

        await Task.WhenAll(publishing);
    }

    private static async Task PublishAsync(HttpClient http, string cookie, int number, CancellationToken cancellationToken)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{number} {Stopwatch.GetTimestamp()}");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/notifications", UriKind.Relative))
        {
            Headers = { { "Cookie", cookie } },
            Content = new StringContent($$$"""{"topic":"general","content":{"kind":"message","text":"{{{text}}}"}}""", Encoding.UTF8, Json),
        };
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<long> WatchAsync(ServerProcess server, List<Task> running, CancellationToken cancellationToken)
    {
        var most = 0L;
        while (!running.TrueForAll(task => task.IsCompleted) && !cancellationToken.IsCancellationRequested)
        {
            most = Math.Max(most, server.Resident);
            await Task.Delay(250, CancellationToken.None);
        }

        return most;
    }
}
