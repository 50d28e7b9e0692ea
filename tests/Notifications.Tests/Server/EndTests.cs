using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Notifications.Tests.Browser;
using Shared;

namespace Notifications.Tests.Server;

/// <summary>How a stream ends, and what becomes of who was in it.</summary>
public sealed class EndTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stream_ends_when_the_ticket_expires_and_the_next_one_is_refused()
    {
        await using var server = await NotificationsServer.StartAsync(_folder.Path, ExpiryTests.SessionLifetime);
        using var user = await User.SignInAsync(server.Address);
        await using var client = await EventClient.OpenAsync(user, server.Address);
        await user.PublishAsync(server.Address, "in time");
        await client.UntilTextAsync("in time");

        await client.UntilEndAsync();

        // Not at the expiry itself: the ticket is still good then, and a timer may be early.
        var until = JsonDocument.Parse(client.Events[0].Data).RootElement.GetProperty("until").GetDateTimeOffset();
        Assert.True(DateTimeOffset.UtcNow > until.AddMilliseconds(500));
        using var refused = await user.SendAsync(HttpMethod.Get, server.Address, "/notifications");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_sign_out_ends_every_stream_of_that_sign_in_and_no_other()
    {
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        using var user = await User.SignInAsync(server.Address);
        using var elsewhere = await User.SignInAsync(server.Address);
        using var other = await User.SignInAsync(server.Address, "bob");
        await using var first = await EventClient.OpenAsync(user, server.Address);
        await using var second = await EventClient.OpenAsync(user, server.Address, "/notifications?topic=builds");
        await using var third = await EventClient.OpenAsync(elsewhere, server.Address);
        await using var fourth = await EventClient.OpenAsync(other, server.Address);

        using var signOut = await user.SendAsync(HttpMethod.Delete, server.Address, "/session");
        await first.UntilEndAsync();
        await second.UntilEndAsync();
        await other.PublishAsync(server.Address, "after");
        await third.UntilTextAsync("after");
        await fourth.UntilTextAsync("after");

        Assert.All((EventClient[])[first, second], ended => Assert.Equal(["welcome"], ended.Events.Select(read => read.Event)));
        Assert.All((EventClient[])[third, fourth], open => Assert.Equal(["welcome", "message"], open.Events.Select(read => read.Event)));
    }

    [Fact]
    public async Task A_sign_in_over_another_ends_the_streams_of_the_first()
    {
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        using var user = await User.SignInAsync(server.Address);
        await using var stream = await EventClient.OpenAsync(user, server.Address);

        using var signIn = await user.SendAsync(HttpMethod.Post, server.Address, "/session", """{"user":"bob"}""");

        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
        await stream.UntilEndAsync();
    }

    [Fact]
    public async Task Kill_and_restart_lose_nothing_and_send_nothing_twice()
    {
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        using var user = await User.SignInAsync(server.Address);
        await using var client = await EventClient.FollowAsync(user, server.Address);
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            // Killed while it is being published to.
            var publishing = PublishUntilFailureAsync(user, server, round, acknowledged);
            await Until.TrueAsync(
                () => Count(acknowledged) >= 20 * (round + 1) && client.Connections == round + 1, () => "20 are published and the client is back");
            await server.KillAsync();
            await publishing;
            await server.StartAgainAsync();
        }

        await user.PublishAsync(server.Address, "last");
        await client.UntilTextAsync("last");

        var texts = client.Texts;
        Assert.Equal(texts.Count, texts.Distinct().Count());
        // What was stored but not acknowledged may have come as well, one a kill.
        Assert.Equal([.. acknowledged, "last"], texts.Where(text => text == "last" || acknowledged.Contains(text)));
        Assert.InRange(texts.Count - acknowledged.Count, 1, 4);
        Assert.DoesNotContain(client.Events, read => read.Event == "gap");
        Assert.Equal(4, client.Connections);
    }

    [Fact]
    public async Task At_the_servers_stop_streams_end_whole_and_the_process_is_gone()
    {
        Tool.RequireLinux();
        await using var server = await NotificationsServer.StartAsync(_folder.Path);
        using var user = await User.SignInAsync(server.Address);
        await using var client = await EventClient.OpenAsync(user, server.Address);

        server.Process.Terminate();

        await client.UntilEndAsync();
        await server.Process.WaitForExitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, server.Process.ExitCode);
        Assert.DoesNotContain("fail:", server.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_loses_its_stream_and_holds_nobody_up_and_catches_up()
    {
        await using var server = await NotificationsServer.StartAsync(
            _folder.Path, "--Notifications:SendTimeout=00:00:05", "--Notifications:Retention=100000");
        using var user = await User.SignInAsync(server.Address);
        await using var quick = await EventClient.OpenAsync(user, server.Address);
        // A connection that is kept alive stays open behind the end of the stream, for the two minutes of KestrelServerLimits.KeepAliveTimeout.
        using var slow = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await slow.ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancellation);
        await slow.SendAsync(Encoding.ASCII.GetBytes($"GET /notifications HTTP/1.1\r\nHost: localhost\r\nCookie: {user.Cookie}\r\nConnection: close\r\n\r\n"), Cancellation);
        var start = quick.Events[0].Id;

        // More than the kernel and the server take in for one that reads nothing.
        const int Published = 6_000;
        // Three bytes each.
        var text = new string('…', 490);
        for (var published = 0; published < Published; published += 400)
        {
            await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => user.PublishAsync(server.Address, text)));
        }

        await Until.TrueAsync(
            () => server.Process.Output.Contains("the client did not take what was sent", StringComparison.Ordinal), () => "the slow client is cut off");
        await user.PublishAsync(server.Address, "last");
        await quick.UntilTextAsync("last");
        Assert.Equal(Published + 1, quick.Texts.Count);
        var received = await ReadToEndAsync(slow);
        var last = received.Contains("\nid: ", StringComparison.Ordinal) ? LastWholeId(received) : start;

        await using var again = await EventClient.OpenAsync(user, server.Address, lastEventId: last);
        await again.UntilTextAsync("last");
        Assert.Equal(
            quick.Events.Select(read => read.Id).SkipWhile(id => id != last).Skip(1),
            again.Events.Skip(1).Select(read => read.Id));
    }

    private static async Task PublishUntilFailureAsync(User user, NotificationsServer server, int round, List<string> acknowledged)
    {
        for (var number = 0; ; number++)
        {
            var text = $"{round}:{number}";
            try
            {
                await user.PublishAsync(server.Address, text);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                return;
            }

            lock (acknowledged) acknowledged.Add(text);
        }
    }

    private static int Count(List<string> acknowledged)
    {
        lock (acknowledged) return acknowledged.Count;
    }

    private static async Task<string> ReadToEndAsync(Socket socket)
    {
        var received = new StringBuilder();
        var buffer = new byte[65536];
        try
        {
            while (await socket.ReceiveAsync(buffer, Cancellation) is > 0 and var count) received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        catch (SocketException)
        {
            // Cut off by the server.
        }

        return received.ToString();
    }

    private static string LastWholeId(string received)
    {
        var whole = received[..(received.LastIndexOf("\n\n", StringComparison.Ordinal) + 1)];
        var start = whole.LastIndexOf("\nid: ", StringComparison.Ordinal) + "\nid: ".Length;
        return whole[start..whole.IndexOf('\n', start)];
    }
}
