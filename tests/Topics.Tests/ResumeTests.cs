using Jero;
using Topics.Tests.Server;

namespace Topics.Tests;

/// <summary>What a client gets by the id that it sends.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task Without_an_id_a_stream_tells_its_position_and_begins_with_the_next_event()
    {
        await using var app = await TopicApp.StartAsync();
        var ids = await app.PublishAsync(3);
        using var stream = await app.ListenAsync();
        Assert.Equal($"id: {ids[2]}", await stream.NextAsync());
        var id = await app.Topic.PublishAsync(new("A", 9), "A", "tick", TestContext.Current.CancellationToken);
        Assert.Equal($"event: tick\nid: {id}\ndata: {{\"symbol\":\"A\",\"value\":9}}", await stream.NextAsync());
    }

    [Fact]
    public async Task The_position_of_an_empty_log_is_one_to_resume_from()
    {
        await using var app = await TopicApp.StartAsync();
        using var stream = await app.ListenAsync();
        var position = EventReader.Field((await stream.NextAsync())!, "id");
        var ids = await app.PublishAsync(2);
        using var resumed = await app.ListenAsync(position);
        Assert.Equal(ids, Ids(await resumed.TakeAsync(2)));
    }

    [Fact]
    public async Task After_the_newest_id_a_stream_begins_with_the_next_event()
    {
        await using var app = await TopicApp.StartAsync();
        var ids = await app.PublishAsync(3);
        using var stream = await app.ListenAsync(ids[2]);
        Assert.Equal(await app.PublishAsync(1), Ids(await stream.TakeAsync(1)));
    }

    [Fact]
    public async Task After_a_kept_id_each_event_comes_once_and_in_order_across_the_seam()
    {
        await using var app = await TopicApp.StartAsync();
        var ids = await app.PublishAsync(2_000);
        using var stream = await app.ListenAsync(ids[9]);
        ids.AddRange(await app.PublishAsync(500));
        Assert.Equal(ids.Skip(10), Ids(await stream.TakeAsync(2_490)));
    }

    [Fact]
    public async Task After_an_id_that_is_not_kept_the_gap_comes_first()
    {
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10);
        var ids = await app.PublishAsync(30);
        using var stream = await app.ListenAsync(ids[4]);
        Assert.Equal($"event: gap\nid: {ids[19]}\ndata: {{\"missed\":15}}", await stream.NextAsync());
        Assert.Equal(ids.Skip(20), Ids(await stream.TakeAsync(10)));
    }

    [Fact]
    public async Task After_the_id_before_the_oldest_kept_nothing_is_missing()
    {
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 10);
        var ids = await app.PublishAsync(30);
        using var stream = await app.ListenAsync(ids[19]);
        Assert.Equal(ids.Skip(20), Ids(await stream.TakeAsync(10)));
    }

    [Theory]
    [InlineData("other-1", "Foreign")]
    [InlineData("1726-0", "Foreign")]
    [InlineData("FUTURE", "Future")]
    public async Task After_an_id_of_another_log_or_of_the_future_the_gap_comes_first(string after, string outcome)
    {
        await using var app = await TopicApp.StartAsync();
        using (var live = await app.ListenAsync())
        {
            var start = EventReader.Field((await live.NextAsync())!, "id")!;
            var ids = await app.PublishAsync(3);
            using var stream = await app.ListenAsync(after == "FUTURE" ? start[..^1] + "99" : after);
            Assert.Equal($"event: gap\nid: {start}\ndata: {{\"missed\":null}}", await stream.NextAsync());
            Assert.Equal(ids, Ids(await stream.TakeAsync(3)));
        }

        Assert.Contains(app.Log.OfTopics, line => line.Contains($"({outcome})", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("abc")]
    [InlineData("a-")]
    [InlineData("a-01")]
    [InlineData("a-1-0")]
    [InlineData("a--1")]
    [InlineData("a-18446744073709551616")]
    [InlineData("a b-1")]
    [InlineData("' OR 1=1 --")]
    public async Task A_malformed_id_is_as_none(string after)
    {
        await using var app = await TopicApp.StartAsync();
        var ids = await app.PublishAsync(3);
        using var stream = await app.ListenAsync(after);
        Assert.Equal($"id: {ids[2]}", await stream.NextAsync());
    }

    [Fact]
    public async Task An_id_of_10_KB_is_as_none()
    {
        await using var app = await TopicApp.StartAsync();
        await app.PublishAsync(1);
        using var stream = await app.ListenAsync(new string('a', 10_000) + "-1");
        Assert.StartsWith("id: ", await stream.NextAsync());
    }

    [Fact]
    public async Task Subjects_hold_for_replay_as_for_live_events()
    {
        await using var app = await TopicApp.StartAsync();
        var start = EventReader.Field((await (await app.ListenAsync()).NextAsync())!, "id");
        var a = await app.PublishAsync(5, "a");
        await app.PublishAsync(5, "b");
        var c = await app.PublishAsync(5, "c");
        using var stream = await app.ListenAsync(start, "a", "c");
        await app.PublishAsync(5, "b");
        a.AddRange(c);
        a.AddRange(await app.PublishAsync(5, "a"));
        Assert.Equal(a, Ids(await stream.TakeAsync(15)));
    }

    [Fact]
    public async Task A_filter_holds_for_replay_as_for_live_events()
    {
        await using var app = await TopicApp.StartAsync();
        app.Where = price => price.Value % 100 == 0;
        var start = EventReader.Field((await (await app.ListenAsync()).NextAsync())!, "id");
        var ids = await app.PublishAsync(1_000);
        using var stream = await app.ListenAsync(start);
        ids.AddRange(await app.PublishAsync(1_000));
        Assert.Equal(ids.Where((_, i) => i % 100 == 0), Ids(await stream.TakeAsync(20)));
    }

    [Fact]
    public async Task An_event_of_the_app_goes_first_with_the_position()
    {
        await using var app = await TopicApp.StartAsync(first: new ServerSentEvent<string>("{}") { Event = "welcome" });
        var ids = await app.PublishAsync(3);
        using var live = await app.ListenAsync();
        Assert.Equal($"event: welcome\nid: {ids[2]}\ndata: {{}}", await live.NextAsync());
        using var replayed = await app.ListenAsync(ids[0]);
        Assert.Equal($"event: welcome\nid: {ids[0]}\ndata: {{}}", await replayed.NextAsync());
        Assert.Equal(ids.Skip(1), Ids(await replayed.TakeAsync(2)));
    }

    [Fact]
    public async Task A_snapshot_comes_before_what_follows_its_position()
    {
        await using var app = await TopicApp.StartAsync(options => options.Snapshot = (subjects, _) =>
            new[] { new Price(string.Join('+', subjects), 1), new Price("S", 2) }.ToAsyncEnumerable());
        var ids = await app.PublishAsync(3);
        using var stream = await app.ListenAsync(null, "A", "B");
        var blocks = await stream.TakeAsync(1);
        var next = await app.PublishAsync(1);
        blocks.AddRange(await stream.TakeAsync(3));
        Assert.Equal($"id: {ids[2]}\ndata: {{\"symbol\":\"A\\u002BB\",\"value\":1}}".Replace("\\u002B", "+", StringComparison.Ordinal), blocks[1].Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal([ids[2], ids[2], ids[2], next[0]], Ids(blocks));
    }

    [Fact]
    public async Task Lines_are_the_items_alone_and_an_id_that_is_not_kept_is_answered_with_410()
    {
        await using var app = await TopicApp.StartAsync(options => options.RetainCount = 2);
        var ids = await app.PublishAsync(4);
        var response = await app.GetAsync("/lines", ids[1]);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("{\"symbol\":\"A\",\"value\":2}", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal("{\"symbol\":\"A\",\"value\":3}", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal(410, (int)(await app.GetAsync("/lines", ids[0])).StatusCode);
    }

    [Fact]
    public async Task Lines_under_the_type_of_RFC_7464_begin_with_its_mark()
    {
        await using var app = await TopicApp.StartAsync();
        var ids = await app.PublishAsync(3);
        var response = await app.GetAsync("/sequence", ids[0]);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("\u001e{\"symbol\":\"A\",\"value\":1}", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal("\u001e{\"symbol\":\"A\",\"value\":2}", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string?> Ids(IEnumerable<string> blocks) => blocks.Select(block => EventReader.Field(block, "id"));
}
