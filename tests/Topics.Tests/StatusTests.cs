using System.Text.Json;
using Jero;
using Jero.Topics.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shared;
using Topics.Tests.Server;

namespace Topics.Tests;

/// <summary>What a page for operators shows of topics.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task The_services_have_every_topic_under_its_name()
    {
        var services = new ServiceCollection();
        services.AddJeroTopic<Price>("prices");
        services.AddJeroTopic<Price>("old-prices");
        services.AddJeroTopic<int>("numbers");
        await using var provider = services.BuildServiceProvider();

        var topics = provider.GetServices<ITopic>().ToArray();

        Assert.Equal(["prices", "old-prices", "numbers"], topics.Select(topic => topic.Name));
        Assert.Same(provider.GetRequiredKeyedService<Topic<Price>>("old-prices"), topics[1]);
    }

    [Fact]
    public async Task A_status_counts_what_is_kept()
    {
        using var host = new TopicHost(options => options.RetainCount = 3);
        ITopic topic = host.Topic;
        var empty = topic.GetStatus();
        Assert.Equal((0, 0, null), (empty.Count, empty.Bytes, empty.Oldest));
        Assert.Equal((host.Epoch, host.Epoch), (empty.Epoch, topic.Epoch));

        await host.PublishAsync(5);
        var status = topic.GetStatus();

        Assert.Equal((3, 3ul, 5ul), (status.Count, status.Oldest!.Value.Major, status.Newest!.Value.Major));
        Assert.True(status.Bytes > 0);
        Assert.Equal(host.Epoch, status.Epoch);
    }

    [Fact]
    public async Task What_is_too_old_is_not_counted_though_nobody_publishes()
    {
        using var host = new TopicHost(options => options.RetainFor = TimeSpan.FromMinutes(1));
        await host.PublishAsync(2);
        host.Time.Advance(TimeSpan.FromMinutes(2));

        var status = host.Topic.GetStatus();

        Assert.Equal((0, 0, null, 2ul), (status.Count, status.Bytes, status.Oldest, status.Newest!.Value.Major));
    }

    [Fact]
    public async Task Subscribers_that_have_something_to_read_are_behind_each_once()
    {
        using var host = new TopicHost();
        await using var all = host.Read();
        await using var both = host.Read(subjects: ["a", "b"]);
        await using var other = host.Read(subjects: ["c"]);
        Assert.Equal(0, host.Topic.GetStatus().SubscribersBehind);

        await host.PublishAsync(2, "a");
        await host.PublishAsync(1, "b");

        Assert.Equal(2, host.Topic.GetStatus().SubscribersBehind);
        await both.ReadyAsync();
        Assert.Equal(1, host.Topic.GetStatus().SubscribersBehind);
        await all.ReadyAsync();
        Assert.Equal(0, host.Topic.GetStatus().SubscribersBehind);
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData("a", 3)]
    public async Task A_backlog_is_what_is_kept_for_a_subscriber_and_not_read(string? subject, int backlog)
    {
        using var host = new TopicHost();
        var subscriber = new FrameSubscriber(host.Node, new TopicRequest { Subjects = subject is null ? null : [subject] }, isLines: false);
        await using (subscriber)
        {
            subscriber.GetAsyncEnumerator(TestContext.Current.CancellationToken);
            Assert.True(await subscriber.MoveNextAsync());
            Assert.Equal(0, subscriber.Backlog);
            await host.PublishAsync(3, "a");
            await host.PublishAsync(2, "b");

            Assert.Equal(backlog, subscriber.Backlog);
            Assert.True(await subscriber.MoveNextAsync());
            Assert.Equal(backlog - 1, subscriber.Backlog);
        }
    }

    [Fact]
    public async Task A_backlog_does_not_count_what_is_lost()
    {
        using var host = new TopicHost(options => options.RetainCount = 2);
        var subscriber = new FrameSubscriber(host.Node, TopicRequest.Everything, isLines: false);
        await using (subscriber)
        {
            subscriber.GetAsyncEnumerator(TestContext.Current.CancellationToken);
            Assert.True(await subscriber.MoveNextAsync());
            await host.PublishAsync(7);
            Assert.Equal(2, subscriber.Backlog);
        }
    }

    [Fact]
    public async Task An_observer_sees_the_backlog_of_a_client_that_does_not_read()
    {
        var streams = new Keeping();
        await using var app = await TopicApp.StartAsync(
            options => options.RetainCount = 5_000, services: services => services.AddSingleton<IStreamObserver>(streams));
        using var slow = await app.ListenAsync();
        await slow.NextAsync();
        var stream = Assert.Single(streams.All);
        Assert.Equal(0, stream.Backlog);

        // Far more than the kernel and the server hold for a client.
        var large = new Price(new string('x', 10_000), 1);
        for (var i = 0; i < 3_000; i++)
        {
            await app.Topic.PublishAsync(large, cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.InRange(stream.Backlog!.Value, 100, 3_000);
        Assert.Equal(1, app.Topic.GetStatus().SubscribersBehind);

        Assert.True(stream.Stop());
        slow.Dispose();
        await Until.TrueAsync(() => stream.Backlog is null && app.Topic.GetStatus().Subscribers == 0, "the stream has ended");
    }

    [Fact]
    public async Task Json_is_published_as_the_topics_own_item()
    {
        await using var app = await TopicApp.StartAsync();
        using var stream = await app.ListenAsync();
        await stream.NextAsync();
        var topic = app.Web.Services.GetServices<ITopic>().Single();

        // Spaces and a member that the item does not have.
        var id = await topic.PublishJsonAsync(
            "{ \"value\": 7, \"symbol\": \"A\", \"other\": 1 }"u8.ToArray(), "A", "changed", TestContext.Current.CancellationToken);

        Assert.Equal($"event: changed\nid: {id}\ndata: {{\"symbol\":\"A\",\"value\":7}}", await stream.NextAsync());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"value\":\"x\"}")]
    [InlineData("{} {}")]
    public async Task What_is_no_item_is_not_published(string json)
    {
        await using var app = await TopicApp.StartAsync();
        var topic = app.Web.Services.GetServices<ITopic>().Single();

        await Assert.ThrowsAnyAsync<JsonException>(
            () => topic.PublishJsonAsync(System.Text.Encoding.UTF8.GetBytes(json), null, null, TestContext.Current.CancellationToken));

        Assert.Equal(0, topic.GetStatus().Count);
    }

    private sealed class Keeping : IStreamObserver
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<StreamInfo> _streams = new();

        public IReadOnlyList<StreamInfo> All => [.. _streams];

        public void Opened(StreamInfo stream, HttpContext http) => _streams.Enqueue(stream);
    }
}
