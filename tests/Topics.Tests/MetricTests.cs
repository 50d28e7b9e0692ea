using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Jero;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Shared;
using Topics.Tests.Server;

namespace Topics.Tests;

/// <summary>What topics.md promises of its instruments, over a real server.</summary>
public sealed class MetricTests
{
    [Fact]
    public async Task A_publication_is_counted_and_timed()
    {
        await using var app = await TopicApp.StartAsync();
        using var published = Collect<long>(app, "jero.topic.published");
        using var durations = Collect<double>(app, "jero.topic.publish.duration");
        await app.PublishAsync(3);
        using var refused = await app.Client.PostAsync("/prices", new StringContent("{}"), TestContext.Current.CancellationToken);

        Assert.Equal([1, 1, 1], Values(published));
        Assert.Equal(3, Values(durations).Length);
        Assert.All(Values(durations), static seconds => Assert.True(seconds >= 0));
        Assert.All(published.GetMeasurementSnapshot(), static one => Assert.Equal("prices", one.Tags["jero.topic"]));
        Assert.All(durations.GetMeasurementSnapshot(), static one => Assert.Equal("prices", one.Tags["jero.topic"]));
    }

    [Fact]
    public async Task Each_delivery_is_counted_for_each_stream_that_wants_it()
    {
        await using var app = await TopicApp.StartAsync();
        using var delivered = Collect<long>(app, "jero.topic.delivered");
        using var all = await app.ListenAsync();
        using var some = await app.ListenAsync(null, "A");
        await all.NextAsync();
        await some.NextAsync();
        await app.PublishAsync(3, "A");
        await app.PublishAsync(4, "B");
        await all.TakeAsync(7);
        await some.TakeAsync(3);

        await Until.TrueAsync(() => Values(delivered).Sum() == 10, "ten deliveries are counted");
        Assert.All(delivered.GetMeasurementSnapshot(), static one => Assert.Equal("prices", one.Tags["jero.topic"]));
    }

    [Fact]
    public async Task Subscribers_come_and_go()
    {
        await using var app = await TopicApp.StartAsync();
        using var subscribers = Collect<long>(app, "jero.topic.subscribers");
        using var first = await app.ListenAsync();
        using var second = await app.ListenAsync();
        Assert.Equal(2, Values(subscribers).Sum());

        first.Dispose();
        await Until.TrueAsync(() => Values(subscribers).Sum() == 1, "one has gone");
        await app.Web.StopAsync(TestContext.Current.CancellationToken);
        await Until.TrueAsync(() => Values(subscribers).Sum() == 0, "the other has gone");
        Assert.All(subscribers.GetMeasurementSnapshot(), static one => Assert.Equal("prices", one.Tags["jero.topic"]));
    }

    [Theory]
    [InlineData(WhenBehind.Gap, "gap")]
    [InlineData(WhenBehind.End, "end")]
    [InlineData(WhenBehind.Latest, "latest")]
    public async Task A_subscriber_that_falls_behind_is_counted_by_the_policy(WhenBehind policy, string tag)
    {
        await using var app = await TopicApp.StartAsync(options =>
        {
            (options.RetainCount, options.WhenBehind) = (10, policy);
            options.Key = static price => price.Symbol;
        });
        using var behind = Collect<long>(app, "jero.topic.behind");

        // It reads when all has been published: far more than its kernel and the server hold for it. It may be behind before.
        using var slow = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await slow.ConnectAsync(IPAddress.Loopback, app.Address.Port, TestContext.Current.CancellationToken);
        await slow.SendAsync(Encoding.ASCII.GetBytes("GET /prices HTTP/1.1\r\nHost: a\r\n\r\n"), TestContext.Current.CancellationToken);
        await UntilBegunAsync(slow);
        var large = new Price(new string('x', 10_000), 1);
        for (var i = 0; i < 1_500; i++)
        {
            await app.Topic.PublishAsync(large, cancellationToken: TestContext.Current.CancellationToken);
        }

        var reading = DrainAsync(slow);
        await Until.TrueAsync(() => Values(behind).Length > 0, "it is behind");

        Assert.All(behind.GetMeasurementSnapshot(), one => Assert.Equal((tag, "prices"), ((string?)one.Tags["jero.topic.policy"], (string?)one.Tags["jero.topic"])));
        Assert.All(Values(behind), static value => Assert.Equal(1, value));
        slow.Dispose();
        await reading;
    }

    [Fact]
    public async Task What_becomes_of_an_id_is_counted_by_its_outcome()
    {
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 3);
        using var resumed = Collect<long>(app, "jero.topic.resumed");
        var ids = await app.PublishAsync(5);
        var newest = ids[^1];
        var epoch = newest[..newest.LastIndexOf('-')];
        foreach (var after in new[] { null, newest, ids[2], ids[0], "m00000000000000000000000-1", epoch + "-99", "no id" })
        {
            using (await app.ListenAsync(after))
            {
            }

            await Until.TrueAsync(() => app.Topic.Subscribers == 0, "it has left");
        }

        await Until.TrueAsync(() => Values(resumed).Length == 7, "all are counted");
        Assert.Equal(
            ["foreign", "future", "gap", "live", "live", "malformed", "replayed"],
            resumed.GetMeasurementSnapshot().Select(static one => (string?)one.Tags["jero.topic.outcome"]).Order(StringComparer.Ordinal));
        Assert.All(resumed.GetMeasurementSnapshot(), static one => Assert.Equal("prices", one.Tags["jero.topic"]));
    }

    // The listener throws at the instruments of every app in the process.
    [Fact(DisableParallelization = true)]
    public async Task A_listener_that_throws_reaches_neither_publishers_nor_streams()
    {
        await using var app = await TopicApp.StartAsync();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name.StartsWith("jero.topic.", StringComparison.Ordinal))
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => throw new InvalidOperationException("no"));
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => throw new InvalidOperationException("no"));
        listener.Start();
        using var stream = await app.ListenAsync();
        await stream.NextAsync();

        var ids = await app.PublishAsync(3);
        Assert.Equal(ids, (await stream.TakeAsync(3)).Select(static block => EventReader.Field(block, "id")));
    }

    /// <summary>Waits for the position, which is the first event.</summary>
    private static async Task UntilBegunAsync(Socket socket)
    {
        var received = "";
        var buffer = new byte[1024];
        while (!received.Contains("\nid: ", StringComparison.Ordinal))
        {
            var count = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            Assert.NotEqual(0, count);
            received += Encoding.ASCII.GetString(buffer, 0, count);
        }
    }

    private static async Task DrainAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer) > 0)
            {
                // Nothing of it is looked at.
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test has what it waited for.
        }
    }

    private static MetricCollector<TValue> Collect<TValue>(TopicApp app, string instrument) where TValue : struct =>
        new(app.Web.Services.GetRequiredService<IMeterFactory>(), "Jero", instrument);

    private static TValue[] Values<TValue>(MetricCollector<TValue> collector) where TValue : struct =>
        [.. collector.GetMeasurementSnapshot().Select(static one => one.Value)];
}
