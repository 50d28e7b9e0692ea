using Microsoft.Extensions.Time.Testing;
using Notifications.Feeds;

namespace Notifications.Tests.Stores;

public sealed class LocalStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_that_is_opened_anew_has_what_was_stored_under_the_same_ids()
    {
        List<FeedEvent> stored;
        await using (var store = new OpenStore(_folder.Path))
        {
            await store.AppendAsync(Enumerable.Range(0, 5));
            stored = await store.ReadAllAsync();
        }

        await using var opened = new OpenStore(_folder.Path);
        var kept = await opened.ReadAllAsync();
        Assert.Equal(stored.Select(Describe), kept.Select(Describe));
        Assert.Equal(kept[^1].Id, await opened.Store.FindNewestAsync(Cancellation));

        static string Describe(FeedEvent kept) => $"{kept.Id} {kept.Topic} {kept.Kind} {OpenStore.NumberOf(kept.Json)}";
    }

    [Fact]
    public async Task The_oldest_give_way_in_memory_and_on_the_disk()
    {
        await using (var store = new OpenStore(_folder.Path, retention: 10))
        {
            await store.AppendAsync(Enumerable.Range(0, 25));
            Assert.Equal(Enumerable.Range(15, 10), (await store.ReadAllAsync()).Select(kept => OpenStore.NumberOf(kept.Json)));
        }

        // The disk holds at most one batch more than the ring.
        await using var opened = new OpenStore(_folder.Path);
        Assert.InRange((await opened.ReadAllAsync()).Count, 10, 11);
    }

    [Fact]
    public async Task A_range_takes_in_both_of_its_ends()
    {
        await using var store = new OpenStore(_folder.Path);
        var ids = new List<FeedId>();
        for (var number = 0; number < 10; number++) ids.Add(await store.AppendAsync(number));

        var range = await store.Store.ReadAsync(ids[3], ids[6], Cancellation).Select(kept => kept.Id).ToListAsync(Cancellation);

        Assert.Equal(ids[3..7], range);
        Assert.Empty(await store.Store.ReadAsync(ids[6], ids[3], Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Ids_grow_over_a_restart_though_the_clock_was_put_back()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(2));
        FeedId before;
        await using (var store = new OpenStore(_folder.Path, time: time)) before = await store.AppendAsync(0);

        await using var opened = new OpenStore(_folder.Path, time: new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddDays(1)));
        Assert.True(await opened.AppendAsync(1) > before);
    }

    [Fact]
    public async Task Publishers_at_once_get_an_id_each_and_one_order_for_all()
    {
        await using var store = new OpenStore(_folder.Path);
        var following = store.Store.FollowAsync(FeedId.Start, Cancellation).Take(1000).ToListAsync(Cancellation).AsTask();

        var ids = await Task.WhenAll(Enumerable.Range(0, 1000).Select(number => Task.Run(() => store.AppendAsync(number), Cancellation)));

        Assert.Equal(1000, ids.Distinct().Count());
        var followed = await following;
        Assert.Equal(ids.Order(), followed.Select(stored => stored.Id));
        Assert.All(followed, stored => Assert.Equal(ids[OpenStore.NumberOf(stored.Json)], stored.Id));
    }

    [Fact]
    public async Task A_second_process_on_one_folder_is_refused_and_told_what_to_do()
    {
        await using var store = new OpenStore(_folder.Path);
        await store.AppendAsync(0);

        var refusal = Assert.Throws<InvalidOperationException>(() => new OpenStore(_folder.Path));
        Assert.Contains("ConnectionStrings:Redis", refusal.Message, StringComparison.Ordinal);
        await store.AppendAsync(1);
    }
}
