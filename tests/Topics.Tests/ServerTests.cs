using System.Net;
using System.Net.Sockets;
using System.Text;
using Shared;
using Topics.Tests.Server;

namespace Topics.Tests;

/// <summary>Streams of a topic on a real server: their ends, limits, and clients that do not read.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task A_filter_that_throws_ends_its_stream_alone()
    {
        await using var app = await TopicApp.StartAsync();
        using var other = await app.ListenAsync();
        await other.NextAsync();
        app.Where = price => price.Value < 2 ? true : throw new InvalidOperationException("no");
        using var stream = await app.ListenAsync();
        await stream.NextAsync();
        var ids = await app.PublishAsync(4);
        await stream.TakeAsync(2);
        await Assert.ThrowsAnyAsync<Exception>(stream.NextAsync);
        Assert.Equal(4, (await other.TakeAsync(4)).Count);
        await Until.TrueAsync(() => app.Topic.Subscribers == 1, "the other stream is left");
    }

    [Fact]
    public async Task One_subscriber_too_many_is_answered_with_503_and_a_place_that_is_left_is_free()
    {
        await using var app = await TopicApp.StartAsync(options => options.MaxSubscribers = 2);
        using var first = await app.ListenAsync();
        using var second = await app.ListenAsync();
        foreach (var path in new[] { "/prices", "/lines" })
        {
            using var refused = await app.GetAsync(path, null);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        }

        first.Dispose();
        await Until.TrueAsync(() => app.Topic.Subscribers == 1, "the place is free");
        using var third = await app.ListenAsync();
        Assert.StartsWith("id: ", await third.NextAsync());
    }

    [Fact]
    public async Task HEAD_takes_no_place()
    {
        await using var app = await TopicApp.StartAsync(options => options.MaxSubscribers = 1);
        for (var i = 0; i < 3; i++)
        {
            using var response = await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/prices"), TestContext.Current.CancellationToken);
            Assert.NotEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        }

        Assert.Equal(0, app.Topic.Subscribers);
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_and_tells_each_when_to_come_back()
    {
        await using var app = await TopicApp.StartAsync();
        var streams = new List<EventReader>();
        for (var i = 0; i < 20; i++)
        {
            streams.Add(await app.ListenAsync());
            await streams[i].NextAsync();
        }

        await app.Web.StopAsync(TestContext.Current.CancellationToken);
        var retries = new HashSet<int>();
        foreach (var stream in streams)
        {
            var block = await stream.NextAsync();
            Assert.StartsWith("retry: ", block);
            var retry = int.Parse(block!["retry: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(retry, 1_000, 5_000);
            retries.Add(retry);
            Assert.Null(await stream.NextAsync());
        }

        Assert.InRange(retries.Count, 5, 20);
    }

    [Fact]
    public async Task A_client_that_never_reads_holds_up_nobody()
    {
        await using var app = await TopicApp.StartAsync(options => (options.RetainCount, options.RetainBytes) = (1_000, 4 * 1024 * 1024));
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, app.Address.Port, TestContext.Current.CancellationToken);
        await silent.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /prices HTTP/1.1\r\nHost: a\r\n\r\n"), TestContext.Current.CancellationToken);
        await Until.TrueAsync(() => app.Topic.Subscribers == 1, "the silent client is a subscriber");
        using var other = await app.ListenAsync();
        await other.NextAsync();
        var large = new string('x', 10_000);
        for (var i = 0; i < 5_000; i++)
        {
            var id = await app.Topic.PublishAsync(new(large, i), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(id, EventReader.Field((await other.NextAsync())!, "id"));
        }

        Assert.InRange(app.Topic.Node.Ring.Bytes, 1, 4 * 1024 * 1024);
    }

    [Fact]
    public async Task Events_that_linger_come_together_and_in_order()
    {
        await using var app = await TopicApp.StartAsync(options => options.Linger = TimeSpan.FromMilliseconds(20));
        using var stream = await app.ListenAsync();
        await stream.NextAsync();
        var ids = await app.PublishAsync(300);
        Assert.Equal(ids, (await stream.TakeAsync(300)).Select(block => EventReader.Field(block, "id")));
    }

    [Fact]
    public async Task Publishing_from_many_threads_gives_one_order_to_all()
    {
        await using var app = await TopicApp.StartAsync();
        var streams = new List<EventReader>();
        for (var i = 0; i < 8; i++)
        {
            streams.Add(await app.ListenAsync());
            await streams[i].NextAsync();
        }

        await Parallel.ForAsync(0, 1_000, TestContext.Current.CancellationToken, async (i, token) => await app.Topic.PublishAsync(new("A", i), cancellationToken: token));
        var first = (await streams[0].TakeAsync(1_000)).Select(block => EventReader.Field(block, "id")).ToList();
        Assert.Equal(1_000, first.Distinct().Count());
        foreach (var stream in streams.Skip(1))
        {
            Assert.Equal(first, (await stream.TakeAsync(1_000)).Select(block => EventReader.Field(block, "id")));
        }
    }
}
