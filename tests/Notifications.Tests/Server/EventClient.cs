using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Shared;

namespace Notifications.Tests.Server;

/// <summary>What a client has of one stream. With <c>FollowAsync</c> it reconnects as a browser does.</summary>
internal sealed class EventClient : IAsyncDisposable
{
    private readonly List<(string Event, string Id, string Data)> _events = [];
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private Task _reading = Task.CompletedTask;
    private int _connections;

    public int Connections => Volatile.Read(ref _connections);

    public bool HasEnded => _reading.IsCompleted;

    public IReadOnlyList<(string Event, string Id, string Data)> Events
    {
        get
        {
            lock (_events) return [.. _events];
        }
    }

    /// <summary>The texts of the messages, in the order they came.</summary>
    public IReadOnlyList<string> Texts =>
        [.. Events.Where(read => read.Event == "message").Select(read => JsonDocument.Parse(read.Data).RootElement.GetProperty("content").GetProperty("text").GetString()!)];

    /// <summary>Opens one stream and reads it to its end.</summary>
    public static async Task<EventClient> OpenAsync(User user, Uri address, string path = "/notifications", string? lastEventId = null)
    {
        var client = new EventClient();
        var response = await user.SendAsync(HttpMethod.Get, address, path, lastEventId: lastEventId);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        client._reading = client.ReadAsync(response);
        await client.UntilAsync(read => read.Event == "welcome");
        return client;
    }

    /// <summary>Reads, and opens the stream again after the last event whenever it ends or the server is away.</summary>
    public static Task<EventClient> FollowAsync(User user, Uri address, string path = "/notifications") => FollowAsync(user, [address], path);

    /// <summary>The same over several servers of one feed: at each reconnect it turns to the next.</summary>
    public static async Task<EventClient> FollowAsync(User user, Uri[] addresses, string path = "/notifications")
    {
        var client = new EventClient();
        client._reading = client.ReconnectAsync(user, addresses, path);
        await client.UntilAsync(read => read.Event == "welcome");
        return client;
    }

    public Task UntilAsync(Func<(string Event, string Id, string Data), bool> condition) =>
        Until.TrueAsync(() => Events.Any(condition), () => $"has {string.Join('\n', Events)}, {_reading.Exception}");

    public Task UntilTextAsync(string text) => UntilAsync(read => read.Data.Contains($"\"text\":\"{text}\"", StringComparison.Ordinal));

    /// <summary>Returns at once when the stream has ended, and throws if it was cut short.</summary>
    public Task UntilEndAsync() => _reading.WaitAsync(Until.Limit, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ReconnectAsync(User user, Uri[] addresses, string path)
    {
        for (var attempt = 0; !_stop.IsCancellationRequested; attempt++)
        {
            try
            {
                using var response = await user.SendAsync(HttpMethod.Get, addresses[attempt % addresses.Length], path, lastEventId: Events is [.., var last] ? last.Id : null);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                await ReadAsync(response);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
            }

            await Task.Delay(50, _stop.Token);
        }
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        Interlocked.Increment(ref _connections);
        await using var body = await response.Content.ReadAsStreamAsync(_stop.Token);
        var parser = SseParser.Create(body);
        await foreach (var item in parser.EnumerateAsync(_stop.Token))
        {
            // Comes when a machine is slow, and says nothing of the feed.
            if (item.EventType == "alive") continue;
            lock (_events) _events.Add((item.EventType, parser.LastEventId, item.Data));
        }
    }
}
