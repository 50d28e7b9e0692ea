using System.Diagnostics;
using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Threading.Channels;
using System.Threading.Tasks.Sources;
using Jero;
using Jero.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Runtime.Tests.Streaming;

/// <summary>Counts what the whole process allocates, so that nothing else may run beside it.</summary>
[CollectionDefinition(nameof(CostTests), DisableParallelization = true)]
[Collection(nameof(CostTests))]
public class CostTests
{
    private static readonly Movie Item = new("m");

    private static readonly byte[] Chunk = "{}"u8.ToArray();
    private static readonly ServerSentEvent<Movie> Event = new(Item) { Event = "added", Id = "7" };
    private static readonly SseItem<Movie> Framework = new(Item, "added") { EventId = "7" };

    /// <summary>Every wrapper over every form of source.</summary>
    public static readonly TheoryData<string, Func<HttpContext, int, Task>> Wrappers = new()
    {
        { "NDJSON", (http, count) => ResponseSender.SendAsync<Movie, FixedWriter>(http, new NDJSONStreamingResponse<Movie>(new ReadyItems<Movie>(Item, count))) },
        { "SSE of items", (http, count) => ResponseSender.SendAsync<Movie, FixedWriter>(http, new SSEResponse<Movie>(new ReadyItems<Movie>(Item, count))) },
        { "SSE of events", (http, count) => ResponseSender.SendAsync<Movie, FixedWriter>(http, new SSEResponse<Movie>(new ReadyItems<ServerSentEvent<Movie>>(Event, count))) },
        { "SSE of the framework's events", (http, count) => ResponseSender.SendAsync<Movie, FixedWriter>(http, new SSEResponse<Movie>(new ReadyItems<SseItem<Movie>>(Framework, count))) },
        { "SSE of text", (http, count) => ResponseSender.SendAsync(http, new SSEResponse(new ReadyItems<string>("one\ntwo, größer", count))) },
        { "bytes", (http, count) => ResponseSender.SendAsync(http, new StreamingResponse(new ReadyItems<ReadOnlyMemory<byte>>(Chunk, count))) },
        { "arrays of bytes", (http, count) => ResponseSender.SendAsync(http, new StreamingResponse(new ReadyItems<byte[]>(Chunk, count))) },
    };

    [Theory]
    [MemberData(nameof(Wrappers), DisableDiscoveryEnumeration = true)]
    public async Task A_ready_item_allocates_nothing(string wrapper, Func<HttpContext, int, Task> send)
    {
        Assert.NotEmpty(wrapper);
        var few = await AllocatedAsync(send, 1_000);
        var many = await AllocatedAsync(send, 101_000);

        // A twentieth of a byte an item: what is left is the stream's own and the thread pool's bookkeeping.
        Assert.InRange(many - few, long.MinValue, 5_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_item_allocates_nothing_while_its_stream_is_traced(bool isLate)
    {
        var ended = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Jero",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ => ended++,
        };
        ActivitySource.AddActivityListener(listener);
        var few = await AllocatedAsync(SendAsync, 1_000);
        var many = await AllocatedAsync(SendAsync, 101_000);

        Assert.Equal(6, ended);
        Assert.InRange(many - few, long.MinValue, isLate ? 12 * 100_000 : 5_000);

        Task SendAsync(HttpContext http, int count) => ResponseSender.SendAsync<Movie, FixedWriter>(
            http, new NDJSONStreamingResponse<Movie>(isLate ? new LateItems(count) : new ReadyItems<Movie>(Item, count)));
    }

    [Fact]
    public async Task An_item_that_is_waited_for_allocates_nothing()
    {
        await WaitForAsync(1_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await WaitForAsync(1_000);
        var few = GC.GetTotalAllocatedBytes(precise: true) - before;
        before = GC.GetTotalAllocatedBytes(precise: true);
        await WaitForAsync(101_000);
        var many = GC.GetTotalAllocatedBytes(precise: true) - before;

        // The thread pool's own bookkeeping is all there may be, which is more where the processors are busy. One object an item would be 24 bytes.
        Assert.InRange(many - few, long.MinValue, 12 * 100_000);

        static Task WaitForAsync(int count) => ResponseSender.SendAsync<Movie, FixedWriter>(
            Context(new CountingBody()), new SSEResponse<Movie>(new LateItems(count)) { KeepAlive = TimeSpan.FromSeconds(30) });
    }

    [Fact]
    public async Task A_large_chunk_is_sent_in_parts_from_where_it_is()
    {
        const int Size = 16 * 1024 * 1024;
        var chunk = new byte[Size];
        await SendAsync(new CountingBody());
        var body = new CountingBody();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await SendAsync(body);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Size / 16);
        Assert.Equal(4L * Size, body.Bytes);
        Assert.Equal(4 * Size / (64 * 1024), body.Flushes);

        Task SendAsync(CountingBody to) => ResponseSender.SendAsync(Context(to), new StreamingResponse(new ReadyItems<byte[]>(chunk, 4)));
    }

    [Fact]
    public async Task Ready_items_are_flushed_once_a_batch()
    {
        var body = new CountingBody();
        const int Count = 10_000;
        await ResponseSender.SendAsync<Movie, MovieWriter>(Context(body, new SteppedTime(TimeSpan.Zero)), new NDJSONStreamingResponse<Movie>(new ReadyItems<Movie>(Item, Count)));
        const int ItemLength = 14;
        const int ItemsInBatch = (28 * 1024 + ItemLength - 1) / ItemLength;
        Assert.Equal((Count + ItemsInBatch - 1) / ItemsInBatch, body.Flushes);
        Assert.Equal(Count * ItemLength, body.Bytes);
    }

    [Fact]
    public async Task Ready_items_are_flushed_when_10_ms_have_passed()
    {
        var body = new CountingBody();
        await ResponseSender.SendAsync<Movie, MovieWriter>(
            Context(body, new SteppedTime(TimeSpan.FromMilliseconds(11))), new NDJSONStreamingResponse<Movie>(new ReadyItems<Movie>(Item, 50)));
        Assert.Equal(50, body.Flushes);
    }

    [Fact]
    public async Task One_slow_item_among_quick_ones_is_flushed_with_few_more()
    {
        // The clock is looked at after every eighth item at the least: the slow one's batch waits for no more than those.
        var time = new SteppedTime(TimeSpan.Zero);
        var body = new CountingBody();
        var slowAt = 1_000;
        await ResponseSender.SendAsync<Movie, MovieWriter>(Context(body, time), new NDJSONStreamingResponse<Movie>(Items()));
        Assert.InRange(body.FirstFlushItems, slowAt, slowAt + 8);

        async IAsyncEnumerable<Movie> Items()
        {
            await Task.CompletedTask;
            for (var i = 1; i <= 1_100; i++)
            {
                if (i == slowAt)
                {
                    time.Pass(TimeSpan.FromMilliseconds(20));
                }

                yield return Item;
            }
        }
    }

    [Fact]
    public async Task No_timer_is_armed_for_an_item_that_is_ready()
    {
        var time = new SteppedTime(TimeSpan.FromMilliseconds(1));
        await ResponseSender.SendAsync<Movie, MovieWriter>(
            Context(new CountingBody(), time), new SSEResponse<Movie>(new ReadyItems<Movie>(Item, 1_000)) { KeepAlive = TimeSpan.FromMilliseconds(5) });
        Assert.Equal(0, time.Timers);
    }

    [Fact]
    public async Task A_source_that_waits_for_each_item_is_flushed_before_each_wait()
    {
        var body = new CountingBody();
        await ResponseSender.SendAsync<Movie, MovieWriter>(Context(body, new SteppedTime(TimeSpan.Zero)), new NDJSONStreamingResponse<Movie>(new Probe().Waiting(50)));

        // A wait may be over before anyone looks; then its item joins the next batch.
        Assert.InRange(body.Flushes, 1, 50);
        Assert.Equal(50, body.Items);
    }

    [Fact]
    public async Task Items_through_a_channel_come_in_order_while_waits_and_completions_race()
    {
        var channel = Channel.CreateUnbounded<Movie>();
        var body = new CountingBody();
        var sending = ResponseSender.SendAsync<Movie, MovieWriter>(Context(body), new SSEResponse<Movie>(channel.Reader.ReadAllAsync(TestContext.Current.CancellationToken)));
        for (var i = 0; i < 200_000; i++)
        {
            channel.Writer.TryWrite(Item);
        }

        channel.Writer.Complete();
        await sending.WaitAsync(App.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(400_000, body.Items);
    }

    private static async Task<long> AllocatedAsync(Func<HttpContext, int, Task> send, int count)
    {
        // Measured is the whole process, since a stream has a thread of its own. The first runs warm up, and any run may rent a buffer on a
        // thread that has none yet; what an item costs shows in each.
        var allocated = long.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var http = Context(new CountingBody());
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await send(http, count);
            allocated = Math.Min(allocated, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return allocated;
    }

    private static DefaultHttpContext Context(CountingBody body, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        var http = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
        http.Features.Set<IHttpResponseBodyFeature>(body);
        http.Request.Method = "GET";
        return http;
    }

    private readonly struct FixedWriter : IJsonWriter<Movie>
    {
        public void Write(BatchBuffer buffer, Movie value) => buffer.Write("{\"title\":\"m\"}"u8);
    }

    /// <summary>A clock that moves only when it is read.</summary>
    private sealed class SteppedTime(TimeSpan step) : TimeProvider
    {
        private long _now;

        public int Timers { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += step.Ticks;

        public void Pass(TimeSpan time) => _now += time.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private sealed class ReadyItems<T>(T item, int count) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
    {
        private int _left = count;

        public T Current => item;

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => ValueTask.FromResult(_left-- > 0);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>Items of which each comes later, from another thread, without an allocation of their own.</summary>
    private sealed class LateItems(int count) : IAsyncEnumerable<Movie>, IAsyncEnumerator<Movie>, IValueTaskSource<bool>, IThreadPoolWorkItem
    {
        private ManualResetValueTaskSourceCore<bool> _core;
        private int _left = count;

        public Movie Current => Item;

        public IAsyncEnumerator<Movie> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            _core.Reset();
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return new(this, _core.Version);
        }

        public void Execute() => _core.SetResult(_left-- > 0);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        bool IValueTaskSource<bool>.GetResult(short token) => _core.GetResult(token);

        ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _core.GetStatus(token);

        void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }

    /// <summary>A response body that counts and forgets.</summary>
    private sealed class CountingBody : PipeWriter, IHttpResponseBodyFeature
    {
        public int Flushes { get; private set; }

        public long Bytes { get; private set; }

        public long FirstFlushItems { get; private set; }

        public long Items { get; private set; }

        public Stream Stream => Stream.Null;

        public PipeWriter Writer => this;

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
        {
            Flushes++;
            Bytes += source.Length;
            Items += source.Span.Count((byte)'\n');
            if (Flushes == 1)
            {
                FirstFlushItems = Items;
            }

            return new(default(FlushResult));
        }

        public override void Advance(int bytes) => throw new NotSupportedException();

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => new(default(FlushResult));

        public override Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public override Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();

        public Task CompleteAsync() => Task.CompletedTask;

        public void DisableBuffering()
        {
        }

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
