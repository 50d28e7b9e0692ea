using System.Runtime.InteropServices;
using Jero.Topics.Reading;
using Shared;

namespace Topics.Tests;

/// <summary>Counts what the whole process allocates, so that nothing else may run beside it.</summary>
[CollectionDefinition(nameof(CostTests), DisableParallelization = true)]
[Collection(nameof(CostTests))]
public sealed class CostTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delivery_allocates_nothing(bool bySubject)
    {
        using var host = new TopicHost();
        await host.PublishAsync(10_000);
        var request = new TopicRequest { After = host.Id("@0"), Subjects = bySubject ? ["a", "b"] : null };
        var least = long.MaxValue;
        // Whatever else the process has may allocate meanwhile, but not each time.
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await ReadAllAsync();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        // What a subscriber itself takes, for ten thousand deliveries.
        Assert.InRange(least, 0, 2_000);

        async Task ReadAllAsync()
        {
            var subscriber = new FrameSubscriber(host.Node, request, isLines: false);
            var events = subscriber.GetAsyncEnumerator(TestContext.Current.CancellationToken);
            for (var i = 0; i < 10_000; i++)
            {
                Assert.True(await events.MoveNextAsync());
            }

            await events.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_delivery_that_is_waited_for_allocates_nothing()
    {
        const int Subscribers = 100;
        using var host = new TopicHost();
        using var stop = new CancellationTokenSource();
        var delivered = 0;
        var streams = Enumerable.Range(0, Subscribers).Select(_ => Task.Run(ListenAsync)).ToArray();
        await Until.TrueAsync(() => host.Node.Ring.Subscribers.Count == Subscribers, "all listen");
        await PublishAsync(100);
        var few = await PublishAsync(100);
        var many = await PublishAsync(1_100);

        // A thousand publications, each an entry with its frame and what wakes: the hundred thousand deliveries add nothing.
        Assert.InRange((many - few) / 1_000, 0, 1_200);
        await stop.CancelAsync();
        await Task.WhenAll(streams);

        async Task ListenAsync()
        {
            var subscriber = new FrameSubscriber(host.Node, new TopicRequest(), isLines: false);
            await using var events = subscriber.GetAsyncEnumerator(stop.Token);
            while (await events.MoveNextAsync())
            {
                if (events.Current.Length > 40)
                {
                    Interlocked.Increment(ref delivered);
                }
            }
        }

        async Task<long> PublishAsync(int count)
        {
            Interlocked.Exchange(ref delivered, 0);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < count; i++)
            {
                await host.PublishAsync(1);
                while (Volatile.Read(ref delivered) < (i + 1) * Subscribers)
                {
                    Thread.Yield();
                }
            }

            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }
    }

    [Fact]
    public async Task A_hundred_thousand_subjects_take_a_bounded_memory_and_give_it_back()
    {
        const int Subjects = 100_000;
        using var host = new TopicHost(options => options.RetainCount = Subjects);
        await host.PublishAsync(1);
        var before = LiveBytes();
        for (var i = 0; i < Subjects; i++)
        {
            await host.Topic.PublishAsync(new("s", i), $"subject/{i}", cancellationToken: TestContext.Current.CancellationToken);
        }

        var each = (LiveBytes() - before) / Subjects;
        Assert.Equal(Subjects, host.Node.Ring.Subjects);

        // The subjects that nothing is kept of any more go.
        await host.PublishAsync(Subjects, "noisy");
        var same = (LiveBytes() - before) / Subjects;
        Assert.Equal(1, host.Node.Ring.Subjects);
        TestContext.Current.SendDiagnosticMessage("{0} bytes a record with a subject of its own, {1} with one for all", each, same);
        Assert.InRange(each, 1, 1_000);
        Assert.InRange(same, 1, each - 200);
    }

    [Fact]
    public async Task A_publication_allocates_its_frame_and_no_second_copy()
    {
        const int Publications = 200;
        const int Longer = 20_000;
        using var host = new TopicHost(static options => options.RetainCount = 10);
        var (shortText, longText) = ("a", new string('a', Longer));
        await AllocatedAsync(longText);
        var least = await AllocatedAsync(shortText);
        var most = await AllocatedAsync(longText);

        // Of a text that is longer by so many bytes, exactly so many: it is there once, as a part of its frame.
        Assert.InRange(most - least, Longer - 1 - 64, Longer - 1 + 64);
        TestContext.Current.SendDiagnosticMessage("{0} bytes a publication", least);
        Assert.InRange(least, 1, 700);

        async Task<long> AllocatedAsync(string text)
        {
            var price = new Server.Price(text, 1);
            await host.Topic.PublishAsync(price, cancellationToken: TestContext.Current.CancellationToken);
            var cheapest = long.MaxValue;
            // Whatever else the process has may allocate meanwhile, but not each time.
            for (var round = 0; round < 5; round++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                for (var i = 0; i < Publications; i++)
                {
                    await host.Topic.PublishAsync(price, cancellationToken: TestContext.Current.CancellationToken);
                }

                cheapest = Math.Min(cheapest, GC.GetTotalAllocatedBytes(precise: true) - before);
            }

            return cheapest / Publications;
        }
    }

    [Fact]
    public async Task All_subscribers_are_handed_one_frame()
    {
        using var host = new TopicHost();
        await host.PublishAsync(2);
        var frames = new HashSet<byte[]>();
        var lines = new HashSet<byte[]>();
        for (var i = 0; i < 10; i++)
        {
            foreach (var (isLines, seen) in new[] { (false, frames), (true, lines) })
            {
                var subscriber = new FrameSubscriber(host.Node, new TopicRequest { After = host.Id("@1") }, isLines);
                await using var events = subscriber.GetAsyncEnumerator(TestContext.Current.CancellationToken);
                Assert.True(await events.MoveNextAsync());
                Assert.True(MemoryMarshal.TryGetArray(events.Current, out var array));
                seen.Add(array.Array!);
            }
        }

        Assert.Single(frames);
        Assert.Equal(frames, lines);
    }

    [Fact]
    public async Task A_publication_wakes_the_subscribers_of_its_subject_alone()
    {
        const int Subjects = 1_000;
        using var host = new TopicHost();
        var subscribers = new FrameSubscriber[Subjects];
        var waits = new Task<bool>[Subjects];
        for (var i = 0; i < Subjects; i++)
        {
            subscribers[i] = new FrameSubscriber(host.Node, new TopicRequest { Subjects = [$"room/{i}", $"hall/{i % 10}"] }, isLines: false);
            var events = subscribers[i].GetAsyncEnumerator(TestContext.Current.CancellationToken);
            Assert.True(await events.MoveNextAsync());
            waits[i] = events.MoveNextAsync().AsTask();
        }

        await host.PublishAsync(1, "room/7");
        await waits[7].WaitAsync(Until.Limit, TestContext.Current.CancellationToken);
        Assert.Equal([7], Woken());
        await host.PublishAsync(1, "hall/3");
        await Until.TrueAsync(() => Woken().Length >= 101, "the hall is awake");
        Assert.Equal([7, .. Enumerable.Range(0, 100).Select(static i => (10 * i) + 3)], Woken().Order().OrderBy(static i => i != 7));
        await host.PublishAsync(1, "nobody");
        Assert.Equal(101, Woken().Length);
        foreach (var subscriber in subscribers)
        {
            await subscriber.DisposeAsync();
        }

        Assert.Equal(3, host.Node.Ring.Subjects);

        int[] Woken() => [.. Enumerable.Range(0, Subjects).Where(i => waits[i].IsCompleted)];
    }

    [Fact]
    public async Task A_subscriber_takes_no_more_memory_whatever_it_has_yet_to_read()
    {
        const int Subscribers = 2_000;
        using var host = new TopicHost();
        await host.PublishAsync(1);
        var request = new TopicRequest();
        List<long> rounds = [];
        List<object> kept = [];
        // What earlier tests have left may be freed meanwhile, but not each time.
        for (var round = 0; round < 5; round++)
        {
            var tokens = Enumerable.Range(0, Subscribers).Select(_ => new CancellationTokenSource()).ToArray();
            var subscribers = new FrameSubscriber[Subscribers];
            kept.AddRange([tokens, subscribers]);
            Array.ForEach(tokens, token => token.Token.Register(() => { }).Dispose());
            var before = LiveBytes();
            for (var i = 0; i < Subscribers; i++)
            {
                subscribers[i] = new FrameSubscriber(host.Node, request, isLines: false);
                subscribers[i].GetAsyncEnumerator(tokens[i].Token);
                await subscribers[i].MoveNextAsync();
            }

            rounds.Add((LiveBytes() - before) / Subscribers);
        }

        TestContext.Current.SendDiagnosticMessage("{0} bytes a subscriber", string.Join(", ", rounds));
        Assert.InRange(rounds.Order().ElementAt(rounds.Count / 2), 1, 256);
        GC.KeepAlive(kept);
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
