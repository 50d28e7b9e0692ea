using System.Net.Sockets;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming.Peers;

/// <summary>Peers that are still connected but no longer take part.</summary>
public class SilentPeerTests
{
    private const string WholeTeardown = "set up, open, closed, torn down, disposed";
    private const int Items = 4000;
    private static readonly string Padding = new('x', 8 * 1024);
    private readonly Probe _probe = new();
    private int _pulled;

    [Fact]
    public async Task A_client_that_closes_its_sending_side_is_gone()
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.Lifecycle(_probe.OneThenWait())))));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        client.FinishSending();
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        await client.UntilClosedAsync();
        Assert.False(client.IsWhole);
        Assert.Equal(WholeTeardown, _probe.Steps);
        Assert.Empty(app.Log.Errors);
    }

    [Fact]
    public async Task A_peer_that_vanished_without_a_fin_is_found_out_by_the_keepalive()
    {
        Tool.RequireLinux();
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(
                http, new SSEResponse<Movie>(_probe.Lifecycle(_probe.OneThenWait())) { KeepAlive = TimeSpan.FromMilliseconds(50) })),
            services => services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = GiveUpEarly));
        using var client = await RawClient.SendAsync(app, "/");
        await client.UntilAsync("first");
        client.Vanish();
        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        Assert.Equal(WholeTeardown, _probe.Steps);
        Assert.Empty(app.Log.Errors);
    }

    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http2)]
    public async Task While_a_client_stops_reading_nothing_is_pulled_and_then_it_gets_every_item(HttpProtocols protocol)
    {
        await using var app = await App.StartAsync(
            web => web.MapGet("/", http => ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(Large()))),
            protocols: protocol);
        using var client = protocol == HttpProtocols.Http2 ? Clients.Http2(app) : new HttpClient { BaseAddress = app.Address };
        using var response = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await StalledAsync();

        // What the two kernels, the server and the client hold by themselves is about 10 MB.
        Assert.InRange(_pulled, 1, Items * 3 / 4);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        for (var i = 0; i < Items; i++)
        {
            Assert.Equal($"{{\"title\":\"{i} {Padding}\"}}", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        Assert.Null(await lines.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_stopped_reading_and_then_leaves_is_gone(bool resets)
    {
        await using var app = await App.StartAsync(web => web.MapGet("/", http =>
            ResponseSender.SendAsync<Movie, MovieWriter>(http, new NDJSONStreamingResponse<Movie>(_probe.Lifecycle(Large())))));
        using var client = await RawClient.SendAsync(app, "/");
        await StalledAsync();
        if (resets)
        {
            client.Reset();
        }
        else
        {
            client.Finish();
        }

        await App.UntilAsync(() => app.Log.HasEnded("ClientGone"), "the stream ends");
        Assert.Equal("set up, closed, torn down, disposed", _probe.Steps);
        Assert.InRange(_pulled, 1, Items - 1);
        Assert.Empty(app.Log.Errors);
    }

    // After so many milliseconds without an ACK the connection is dead (TCP_USER_TIMEOUT, tcp(7)); accepted sockets inherit it.
    private static Socket GiveUpEarly(System.Net.EndPoint endpoint)
    {
        const int TcpLevel = 6, UserTimeout = 18;
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SetRawSocketOption(TcpLevel, UserTimeout, BitConverter.GetBytes(300));
        return socket;
    }

    private async IAsyncEnumerable<Movie> Large()
    {
        await Task.CompletedTask;
        try
        {
            for (var i = 0; i < Items; i++)
            {
                Volatile.Write(ref _pulled, i + 1);
                yield return new Movie($"{i} {Padding}");
            }
        }
        finally
        {
            _probe.Note("closed");
        }
    }

    private async Task StalledAsync()
    {
        var before = 0;
        await App.UntilAsync(
            () =>
            {
                Thread.Sleep(200);
                var last = before;
                before = Volatile.Read(ref _pulled);
                return before > 0 && before == last;
            },
            "nothing is pulled any more");
    }
}
