using System.Text;
using Jero;
using Jero.Topics.Reading;
using Shared;
using Topics.Tests.Server;

namespace Topics.Tests.Stores;

/// <summary>A store that forgets records while a subscriber is on its way to them.</summary>
public sealed class TrimTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_trimmed_between_two_pages_of_a_replay_is_a_gap_of_the_right_size()
    {
        var store = new FailingLog();
        await using var app = await StartAsync(store);
        var subscriber = new FrameSubscriber(app.Topic.Node, new TopicRequest { After = "one-0" }, isLines: false);
        await using var events = subscriber.GetAsyncEnumerator(Token);
        var ids = await TakeAsync(events, 3);
        Assert.Equal(["one-1", "one-2", "one-3"], ids);

        // One page has about a megabyte, which is ten of these.
        store.Trim(60);
        var (last, gap) = await UntilGapAsync(events);

        Assert.InRange(last, 4, 30);
        Assert.Equal($"event: gap\nid: one-60\ndata: {{\"missed\":{60 - last}}}", gap);
        Assert.Equal(Enumerable.Range(61, 40).Select(static number => $"one-{number}"), await TakeAsync(events, 40));
    }

    [Fact]
    public async Task What_is_trimmed_while_a_page_is_read_is_a_gap_of_the_right_size()
    {
        var store = new FailingLog();
        await using var app = await StartAsync(store);
        store.Reading = record =>
        {
            if (record.Position.Major == 5)
            {
                store.Reading = null;
                store.Trim(60);
            }
        };
        using var stream = await app.ListenAsync("one-2");

        Assert.Equal("event: gap\nid: one-60\ndata: {\"missed\":58}", await stream.NextAsync());
        Assert.Equal(
            Enumerable.Range(61, 40).Select(static number => $"one-{number}"),
            (await stream.TakeAsync(40)).Select(static block => EventReader.Field(block, "id")));
    }

    [Fact]
    public async Task A_consumer_of_the_process_is_told_of_what_is_trimmed_between_two_pages()
    {
        var store = new FailingLog();
        await using var app = await StartAsync(store);
        await using var reader = app.Topic.ReadAsync("one-0", cancellationToken: Token).GetAsyncEnumerator(Token);
        Assert.True(await reader.MoveNextAsync());
        store.Trim(60);

        await Assert.ThrowsAsync<TopicBehindException>(async () =>
        {
            while (await reader.MoveNextAsync())
            {
                Assert.InRange(TopicPosition.TryParse(reader.Current.Id, out var position) ? position.Major : 0, 2ul, 30ul);
            }
        });
    }

    [Fact]
    public async Task What_is_trimmed_before_the_node_has_followed_it_is_a_gap_for_everybody()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(store: store);
        using var stream = await app.ListenAsync();
        await stream.NextAsync();
        await app.PublishAsync(1);
        await stream.TakeAsync(1);
        store.Hold();
        store.Forward(count: 9, kept: 4);
        store.Release();

        Assert.Equal("event: gap\nid: one-6\ndata: {\"missed\":5}", await stream.NextAsync());
        Assert.Equal(["one-7", "one-8", "one-9", "one-10"], (await stream.TakeAsync(4)).Select(static block => EventReader.Field(block, "id")));
    }

    [Fact]
    public async Task A_log_that_is_lost_between_two_pages_is_told_of()
    {
        var store = new FailingLog();
        await using var app = await StartAsync(store);
        await using var events = new FrameSubscriber(app.Topic.Node, new TopicRequest { After = "one-0" }, isLines: false).GetAsyncEnumerator(Token);
        await TakeAsync(events, 3);
        store.Lose("two");

        var (last, gap) = await UntilGapAsync(events);

        Assert.InRange(last, 3, 30);
        Assert.Equal("event: gap\nid: two-0\ndata: {\"missed\":null}", gap);
        await app.PublishAsync(1);
        Assert.Equal(["two-1"], await TakeAsync(events, 1));
    }

    /// <summary>A hundred records of 100 KB, of which the node itself keeps the last few.</summary>
    private static async Task<TopicApp> StartAsync(FailingLog store)
    {
        var app = await TopicApp.StartAsync(options => options.RetainCount = 5, store);
        var large = new string('x', 100_000);
        for (var i = 0; i < 100; i++)
        {
            await app.Topic.PublishAsync(new(large, i), cancellationToken: Token);
        }

        await Until.TrueAsync(() => NewestOf(app) == "one-100", "the ring has all");
        return app;
    }

    private static string NewestOf(TopicApp app)
    {
        lock (app.Topic.Node.Ring.Gate)
        {
            return app.Topic.Node.Ring.Newest.ToString();
        }
    }

    private static async Task<List<string?>> TakeAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> events, int count)
    {
        var ids = new List<string?>();
        while (ids.Count < count)
        {
            ids.Add(EventReader.Field(await NextAsync(events), "id"));
        }

        return ids;
    }

    /// <summary>The number of the last event before the gap, and the gap.</summary>
    private static async Task<(int Last, string Gap)> UntilGapAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> events)
    {
        var last = 3;
        while (true)
        {
            var block = await NextAsync(events);
            if (block.StartsWith("event: gap", StringComparison.Ordinal))
            {
                return (last, block);
            }

            Assert.Equal($"one-{++last}", EventReader.Field(block, "id"));
        }
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> events)
    {
        while (await events.MoveNextAsync().AsTask().WaitAsync(Until.Limit, Token))
        {
            var block = Encoding.UTF8.GetString(events.Current.Span).TrimEnd('\n');
            if (block.Contains("data:", StringComparison.Ordinal))
            {
                return block;
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }
}
