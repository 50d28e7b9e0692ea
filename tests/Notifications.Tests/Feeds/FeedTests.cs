using Jero;
using Notifications.Feeds;
using Notifications.Tests.Stores;

namespace Notifications.Tests.Feeds;

public sealed class FeedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stream_without_an_id_begins_with_the_next_event_and_says_where_it_begins()
    {
        await using var store = new OpenStore(_folder.Path);
        var newest = await store.AppendAsync(0);
        await using var feed = await RunningFeed.StartAsync(store.Store);
        using var subscription = await feed.SubscribeAsync(after: null);

        await store.AppendAsync(1);

        Assert.Equal(newest, subscription.After);
        Assert.Equal([1], await NumbersAsync(subscription, 1));
    }

    [Fact]
    public async Task Streams_that_break_off_and_come_back_have_every_event_once_and_in_order()
    {
        const int Events = 2000;
        await using var store = new OpenStore(_folder.Path);
        await using var feed = await RunningFeed.StartAsync(store.Store, queueLength: 20);
        var readers = Enumerable.Range(0, 8).Select(seed => Task.Run(() => ReadInPiecesAsync(feed, new Random(seed), Events), Cancellation)).ToList();

        await Parallel.ForEachAsync(Enumerable.Range(0, Events), Cancellation, async (number, _) => await store.AppendAsync(number));

        var expected = (await store.ReadAllAsync()).Select(stored => stored.Id.ToString()).ToList();
        Assert.Equal(Events, expected.Count);
        Assert.All(await Task.WhenAll(readers), ids => Assert.Equal(expected, ids));
    }

    [Fact]
    public async Task The_stream_of_a_slow_reader_ends_and_goes_on_where_it_ended()
    {
        await using var store = new OpenStore(_folder.Path);
        await using var feed = await RunningFeed.StartAsync(store.Store, queueLength: 5);
        using var slow = await feed.SubscribeAsync(after: null);
        using var quick = await feed.SubscribeAsync(after: null);

        // One at a time to the quick one: nobody but the slow one is behind.
        var reader = quick.ReadAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        for (var number = 0; number < 20; number++)
        {
            await store.AppendAsync(number);
            Assert.True(await reader.MoveNextAsync());
        }

        var taken = await slow.ReadAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(0, 5), taken.Select(NumberOf));
        using var again = await feed.SubscribeAsync(IdOf(taken[^1]));
        Assert.Equal(Enumerable.Range(5, 15), await NumbersAsync(again, 15));
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_that_comes_back_too_late_is_told_so_and_gets_what_is_kept()
    {
        await using var store = new OpenStore(_folder.Path, retention: 3);
        await using var feed = await RunningFeed.StartAsync(store.Store);
        var first = await store.AppendAsync(0);
        await store.AppendAsync(Enumerable.Range(1, 9));
        await WaitForAsync(feed, await store.Store.FindNewestAsync(Cancellation));

        using var subscription = await feed.SubscribeAsync(first);
        var events = await subscription.ReadAsync(Cancellation).Take(4).ToListAsync(Cancellation);

        Assert.Equal(Subscription.Gap, events[0].Event);
        Assert.Null(events[0].Id);
        Assert.Equal([7, 8, 9], events[1..].Select(NumberOf));
    }

    [Fact]
    public async Task An_id_from_the_future_is_a_gap_and_the_stream_goes_on_with_the_next_event()
    {
        await using var store = new OpenStore(_folder.Path);
        await using var feed = await RunningFeed.StartAsync(store.Store);
        var newest = await store.AppendAsync(0);
        await WaitForAsync(feed, newest);

        using var subscription = await feed.SubscribeAsync(new FeedId(long.MaxValue, 0));
        await store.AppendAsync(1);
        var events = await subscription.ReadAsync(Cancellation).Take(2).ToListAsync(Cancellation);

        Assert.Equal((Subscription.Gap, newest.ToString()), (events[0].Event, events[0].Id));
        Assert.Equal(1, NumberOf(events[1]));
    }

    [Fact]
    public async Task An_event_that_another_process_has_sent_already_does_not_come_twice()
    {
        var store = new LaggingStore();
        FeedEvent[] stored = [store.Store(1), store.Store(2), store.Store(3)];
        await using var feed = await RunningFeed.StartAsync(store);
        store.Bring(stored[0]);
        await WaitForAsync(feed, stored[0].Id);

        // This process knows of the first only; the client had the second from another.
        using var subscription = await feed.SubscribeAsync(stored[1].Id);
        Array.ForEach(stored[1..], store.Bring);

        Assert.Equal(stored[2].Id.ToString(), (await subscription.ReadAsync(Cancellation).FirstAsync(Cancellation)).Id);
    }

    [Fact]
    public async Task After_an_error_of_the_store_the_feed_goes_on_where_it_was_and_no_stream_ends()
    {
        var store = new LaggingStore();
        await using var feed = await RunningFeed.StartAsync(store);
        using var subscription = await feed.SubscribeAsync(after: null);

        store.Bring(store.Store(1));
        store.Break();
        store.Bring(store.Store(2));

        Assert.Equal(["1-0", "2-0"], await subscription.ReadAsync(Cancellation).Take(2).Select(read => read.Id).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_stream_carries_the_topics_it_asked_for_only()
    {
        await using var store = new OpenStore(_folder.Path);
        await using var feed = await RunningFeed.StartAsync(store.Store);
        using var subscription = await feed.SubscribeAsync(FeedId.Start, "builds");
        using var replayed = await feed.SubscribeAsync(FeedId.Start, "builds");
        await store.AppendAsync(0);
        var wanted = await store.Store.AppendAsync("builds", "message", "1"u8.ToArray(), Cancellation);

        Assert.Equal(wanted.ToString(), (await subscription.ReadAsync(Cancellation).FirstAsync(Cancellation)).Id);
        await WaitForAsync(feed, wanted);
        using var late = await feed.SubscribeAsync(FeedId.Start, "builds");
        Assert.Equal(wanted.ToString(), (await late.ReadAsync(Cancellation).FirstAsync(Cancellation)).Id);
    }

    private static async Task<List<string>> ReadInPiecesAsync(RunningFeed feed, Random random, int count)
    {
        var ids = new List<string>();
        var last = FeedId.Start;
        while (ids.Count < count)
        {
            using var subscription = await feed.SubscribeAsync(last);
            await foreach (var read in subscription.ReadAsync(Cancellation).Take(random.Next(1, 200)))
            {
                ids.Add(read.Id!);
                last = IdOf(read);
                if (ids.Count == count) break;
            }
        }

        return ids;
    }

    // The feed is brought what is stored a moment later.
    private static async Task WaitForAsync(RunningFeed feed, FeedId id)
    {
        FeedId newest;
        do
        {
            using var subscription = await feed.SubscribeAsync(after: null);
            newest = subscription.After;
            await Task.Delay(5, Cancellation);
        }
        while (newest < id);
    }

    private static async Task<List<int>> NumbersAsync(Subscription subscription, int count) =>
        await subscription.ReadAsync(Cancellation).Take(count).Select(NumberOf).ToListAsync(Cancellation);

    private static int NumberOf(ServerSentEvent<ReadyJson> read) => OpenStore.NumberOf(read.Data.Utf8);

    private static FeedId IdOf(ServerSentEvent<ReadyJson> read) => FeedId.TryParse(read.Id, out var id) ? id : throw new FormatException(read.Id);
}
