using System.Net;
using System.Net.Http.Json;
using System.Text;
using Jero;
using Shared;
using Topics.Tests.Server;

namespace Topics.Tests.Stores;

/// <summary>Topics over a store: several nodes, and a store that goes away, forgets, and has what is no event.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task What_one_node_publishes_another_sends()
    {
        var store = new FailingLog();
        await using var first = await TopicApp.StartAsync(store: store);
        await using var second = await TopicApp.StartAsync(store: store);
        using var stream = await second.ListenAsync();
        await stream.NextAsync();
        var ids = await first.PublishAsync(100);
        Assert.Equal(ids, Ids(await stream.TakeAsync(100)));
        using var resumed = await first.ListenAsync(ids[49]);
        Assert.Equal(ids.Skip(50), Ids(await resumed.TakeAsync(50)));
    }

    [Fact]
    public async Task A_node_that_starts_has_what_the_store_kept()
    {
        var store = new FailingLog();
        await using var first = await TopicApp.StartAsync(store: store);
        var ids = await first.PublishAsync(100);
        await using var second = await TopicApp.StartAsync(store: store);
        using var stream = await second.ListenAsync(ids[9]);
        Assert.Equal(ids.Skip(10), Ids(await stream.TakeAsync(90)));
    }

    [Fact]
    public async Task What_the_ring_does_not_keep_is_read_from_the_store_once_for_all()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10, store);
        var ids = await app.PublishAsync(1_000);
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has all");
        var before = store.Read;
        var streams = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.ListenAsync(ids[99])));
        // All have begun before the ring goes on.
        foreach (var stream in streams)
        {
            Assert.Equal([ids[100]], Ids(await stream.TakeAsync(1)));
        }

        ids.AddRange(await app.PublishAsync(100));
        foreach (var stream in streams)
        {
            Assert.Equal(ids.Skip(101), Ids(await stream.TakeAsync(999)));
        }

        // Alone each of them would read a thousand.
        Assert.InRange(store.Read - before, 890, 4_000);
    }

    [Fact]
    public async Task A_range_that_fifty_clients_ask_for_is_read_once()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10, store);
        var ids = await app.PublishAsync(1_000);
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has all");
        var before = store.Read;
        var streams = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.ListenAsync(ids[99])));
        foreach (var stream in streams)
        {
            Assert.Equal(ids.Skip(100), Ids(await stream.TakeAsync(900)));
        }

        Assert.Equal(890, store.Read - before);
    }

    [Fact]
    public async Task A_connected_reader_that_leaves_the_ring_goes_on_with_what_the_store_keeps()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10, store);
        // After an id, since a reader without one is counted a moment before it settles where it begins.
        var ids = await app.PublishAsync(2);
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has both");
        await using var reader = app.Topic.ReadAsync(ids[0], cancellationToken: TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reader.MoveNextAsync());
        var read = new List<string> { ids[0], reader.Current.Id };
        ids.AddRange(await app.PublishAsync(100));
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has all");
        while (read.Count < ids.Count && await reader.MoveNextAsync())
        {
            read.Add(reader.Current.Id);
        }

        Assert.Equal(ids, read);
    }

    [Fact]
    public async Task A_connected_reader_that_the_store_has_forgotten_is_told()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10, store);
        // After an id, since a reader without one is counted a moment before it settles where it begins.
        var ids = await app.PublishAsync(2);
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has both");
        await using var reader = app.Topic.ReadAsync(ids[0], cancellationToken: TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await reader.MoveNextAsync());
        ids.AddRange(await app.PublishAsync(100));
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has all");
        store.Trim(50);

        await Assert.ThrowsAsync<TopicBehindException>(async () => await reader.MoveNextAsync());
    }

    [Fact]
    public async Task What_the_store_does_not_keep_is_a_gap()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10, store);
        var ids = await app.PublishAsync(100);
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has all");
        store.Trim(50);
        using var stream = await app.ListenAsync(ids[9]);
        Assert.Equal($"event: gap\nid: {ids[49]}\ndata: {{\"missed\":40}}", await stream.NextAsync());
        Assert.Equal(ids.Skip(50), Ids(await stream.TakeAsync(50)));
    }

    [Fact]
    public async Task While_the_store_is_away_streams_stay_open_and_publishing_is_answered_with_503()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(store: store);
        using var stream = await app.ListenAsync();
        await stream.NextAsync();
        var ids = await app.PublishAsync(3);
        store.Take(isAway: true);
        using (var refused = await app.Client.PostAsJsonAsync("/prices", new Price("A", 1), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await Until.TrueAsync(() => app.Log.OfTopics.Any(line => line.Contains("could not be read", StringComparison.Ordinal)), "the node has noticed");
        store.Take(isAway: false);
        ids.AddRange(await app.PublishAsync(3));
        Assert.Equal(ids, Ids(await stream.TakeAsync(6)));
    }

    [Fact]
    public async Task A_node_that_starts_while_the_store_is_away_sends_when_it_is_back()
    {
        var store = new FailingLog();
        store.Take(isAway: true);
        await using var app = await TopicApp.StartAsync(store: store);
        using var stream = await app.ListenAsync();
        store.Take(isAway: false);
        Assert.Equal("id: one-0", await stream.NextAsync());
        Assert.Equal(await app.PublishAsync(1), Ids(await stream.TakeAsync(1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_the_log_is_lost_everybody_is_told(bool bySubject)
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(store: store);
        using var stream = await app.ListenAsync(null, bySubject ? ["A"] : []);
        await stream.NextAsync();
        var ids = await app.PublishAsync(3);
        await stream.TakeAsync(3);
        store.Lose("two");
        Assert.Equal("event: gap\nid: two-0\ndata: {\"missed\":null}", await stream.NextAsync());
        Assert.Equal(["two-1"], await app.PublishAsync(1));
        Assert.Equal(["two-1"], Ids(await stream.TakeAsync(1)));
        using var resumed = await app.ListenAsync(ids[2]);
        Assert.Equal("event: gap\nid: two-0\ndata: {\"missed\":null}", await resumed.NextAsync());
        Assert.Equal(["two-1"], Ids(await resumed.TakeAsync(1)));
    }

    [Fact]
    public async Task A_node_that_the_store_has_left_behind_tells_everybody_how_much_is_missing()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(store: store);
        using var stream = await app.ListenAsync();
        await stream.NextAsync();
        await app.PublishAsync(1);
        await stream.TakeAsync(1);
        store.Take(isAway: true);
        await Until.TrueAsync(() => app.Log.OfTopics.Any(line => line.Contains("could not be read", StringComparison.Ordinal)), "the node has noticed");
        store.Forward(count: 9, kept: 4);
        store.Take(isAway: false);
        Assert.Equal("event: gap\nid: one-6\ndata: {\"missed\":5}", await stream.NextAsync());
        Assert.Equal(["one-7", "one-8", "one-9", "one-10"], Ids(await stream.TakeAsync(4)));
    }

    [Fact]
    public async Task Records_that_are_no_events_are_skipped_and_break_no_stream()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(store: store);
        using var stream = await app.ListenAsync();
        await stream.NextAsync();
        foreach (var payload in new[] { "", "no json", "{\"a\":\n1}", "{}\ndata: forged", "{", "1 2" })
        {
            store.Add(new TopicRecord { Payload = Encoding.UTF8.GetBytes(payload) });
        }

        store.Add(new TopicRecord { Payload = "{}"u8.ToArray(), EventName = "a\nid: forged" });
        store.Add(new TopicRecord { Payload = "{}"u8.ToArray(), Kind = (TopicRecordKind)7 });
        var ids = await app.PublishAsync(1);
        Assert.Equal(ids, Ids(await stream.TakeAsync(1)));
        Assert.Equal(8, app.Log.OfTopics.Count(line => line.Contains("is skipped", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{\"symbol\":5}")]
    [InlineData("5")]
    [InlineData("[]")]
    public async Task A_record_of_another_schema_is_skipped_where_items_are_asked_for(string payload)
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(store: store);
        await using var reader = app.Topic.ReadAsync("one-0", cancellationToken: TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = reader.MoveNextAsync().AsTask();
        using var asItIs = await app.ListenAsync();
        await asItIs.NextAsync();
        app.Where = static price => price.Value >= 0;
        using var stream = await app.ListenAsync();
        await stream.NextAsync();
        store.Add(new TopicRecord { Payload = Encoding.UTF8.GetBytes(payload) });
        var ids = await app.PublishAsync(1);

        Assert.Equal(ids, Ids(await stream.TakeAsync(1)));
        Assert.True(await next);
        Assert.Equal(ids[0], reader.Current.Id);
        Assert.Single(app.Log.OfTopics, line => line.Contains("is skipped", StringComparison.Ordinal));
        // Bytes are passed on.
        Assert.Equal($"id: one-1\ndata: {payload}", await asItIs.NextAsync());
    }

    [Fact]
    public async Task A_filter_that_throws_at_what_only_the_store_keeps_ends_its_stream_alone()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10, store);
        var ids = await app.PublishAsync(100);
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has all");
        using var other = await app.ListenAsync(ids[9]);
        Assert.Equal(ids.Skip(10), Ids(await other.TakeAsync(90)));
        app.Where = static price => price.Value < 20 ? true : throw new InvalidOperationException("no");
        using var stream = await app.OpenAsync(ids[9]);

        Assert.Equal(ids.Skip(10).Take(10), Ids(await stream.TakeAsync(10)));
        await Assert.ThrowsAnyAsync<Exception>(stream.NextAsync);
        Assert.Equal(await app.PublishAsync(1), Ids(await other.TakeAsync(1)));
    }

    [Fact]
    public async Task An_id_that_no_node_has_sent_is_of_the_future()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(store: store);
        using (var live = await app.ListenAsync())
        {
            await live.NextAsync();
        }

        await Until.TrueAsync(() => app.Topic.Subscribers == 0, "it has left");
        using var stream = await app.ListenAsync("one-5");
        Assert.StartsWith("event: gap\nid: one-0\n", await stream.NextAsync());
    }

    [Fact]
    public async Task An_id_that_another_node_has_sent_is_none_of_the_future_and_comes_once()
    {
        var store = new FailingLog();
        await using var app = await TopicApp.StartAsync(store: store);
        var ids = await app.PublishAsync(3);
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has all");
        store.Hold();
        ids.AddRange(await app.PublishAsync(3));

        // The store has it, and this node does not yet.
        using var stream = await app.ListenAsync(ids[4]);
        store.Release();

        Assert.Equal([ids[5]], Ids(await stream.TakeAsync(1)));
    }

    [Fact]
    public async Task Where_positions_do_not_count_records_a_gap_has_no_size()
    {
        var store = new FailingLog(isDense: false);
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10, store);
        var ids = await app.PublishAsync(100);
        await Until.TrueAsync(() => HasAll(app, ids), "the ring has all");
        store.Trim(50);
        using var stream = await app.ListenAsync(ids[9]);
        Assert.Equal($"event: gap\nid: {ids[49]}\ndata: {{\"missed\":null}}", await stream.NextAsync());
        Assert.Equal(ids.Skip(50), Ids(await stream.TakeAsync(50)));
    }

    [Fact]
    public async Task A_disconnect_reaches_the_streams_of_every_node()
    {
        var store = new FailingLog();
        await using var first = await TopicApp.StartAsync(store: store);
        await using var second = await TopicApp.StartAsync(store: store);
        using var stream = await second.ListenAsync(null, "A");
        await stream.NextAsync();
        await first.Topic.DisconnectAsync("A");
        Assert.Null(await stream.NextAsync());
    }

    // How many entries that takes depends on when the node began: it skips what it would only forget.
    private static bool HasAll(TopicApp app, List<string> ids)
    {
        lock (app.Topic.Node.Ring.Gate)
        {
            return app.Topic.Node.Ring.Newest.ToString() == ids[^1];
        }
    }

    private static IEnumerable<string?> Ids(IEnumerable<string> blocks) => blocks.Select(block => EventReader.Field(block, "id"));
}
