using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Jero;

namespace Runtime.Tests.Streaming;

public class ReadableTests
{
    private readonly List<string> _steps = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_items_of_lines_are_the_sources()
    {
        var response = new NDJSONStreamingResponse<int>(CountAsync(3));
        Assert.Equal((int[])[0, 1, 2], await response.Items.ToArrayAsync(Token));
        Assert.Equal(["item 0", "item 1", "item 2", "source disposed"], _steps);
    }

    [Fact]
    public async Task The_lifecycle_runs_around_the_items()
    {
        var response = new NDJSONStreamingResponse<int>(LifecycleAsync(CountAsync(1), Token));
        Assert.Equal((int[])[0], await response.Items.ToArrayAsync(Token));
        Assert.Equal(["set up", "item 0", "source disposed", "torn down", "disposed"], _steps);
    }

    [Fact]
    public async Task Teardown_runs_behind_a_fault_and_behind_a_reader_that_stops_early()
    {
        var broken = new SSEResponse<int>(LifecycleAsync(ThrowAsync(), Token));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await broken.Items.ToArrayAsync(Token));
        Assert.Equal(["set up", "torn down", "disposed"], _steps);
        _steps.Clear();
        var left = new SSEResponse<int>(LifecycleAsync(CountAsync(9), Token));
        Assert.Equal(0, await left.Items.FirstAsync(Token));
        Assert.Equal(["set up", "item 0", "source disposed", "torn down", "disposed"], _steps);
    }

    [Fact]
    public async Task The_readers_token_reaches_the_lifecycle_and_the_source()
    {
        using var cancellation = new CancellationTokenSource();
        var response = new NDJSONStreamingResponse<int>(LifecycleAsync(WaitAsync(Token), Token));
        await using var items = response.Items.GetAsyncEnumerator(cancellation.Token);
        Assert.True(await items.MoveNextAsync());
        var pending = items.MoveNextAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(async () => await pending);
        Assert.Equal(["set up", "torn down after a cancellation", "disposed"], _steps);
    }

    [Fact]
    public async Task What_a_server_would_log_of_a_lifecycle_is_thrown()
    {
        var none = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await new NDJSONStreamingResponse<int>(AsyncEnumerable.Empty<IAsyncEnumerable<int>>()).Items.ToArrayAsync(Token));
        Assert.Contains("yielded no stream", none.Message, StringComparison.Ordinal);
        var two = new[] { CountAsync(1), CountAsync(1) }.ToAsyncEnumerable();
        var second = await Assert.ThrowsAsync<InvalidOperationException>(async () => await new NDJSONStreamingResponse<int>(two).Items.ToArrayAsync(Token));
        Assert.Contains("yielded a second stream", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_are_events_of_nothing_but_data()
    {
        var events = await new SSEResponse<int>(CountAsync(2)).Events.ToArrayAsync(Token);
        Assert.Equal([new ServerSentEvent<int>(0), new ServerSentEvent<int>(1)], events);
    }

    [Fact]
    public async Task Items_of_the_framework_are_events_of_the_same_fields()
    {
        var retry = TimeSpan.FromSeconds(3);
        SseItem<string>[] items = [new("plain"), new("named", "news") { EventId = "7", ReconnectionInterval = retry }];
        var response = new SSEResponse(items.ToAsyncEnumerable());
        Assert.Equal(
            [new ServerSentEvent<string>("plain"), new ServerSentEvent<string>("named") { Event = "news", Id = "7", Retry = retry }],
            await response.Events.ToArrayAsync(Token));
        Assert.Equal(["plain", "named"], await response.Items.ToArrayAsync(Token));
    }

    [Fact]
    public async Task The_items_of_events_are_their_data()
    {
        ServerSentEvent<int>[] events = [new(4) { Id = "4" }, new(5)];
        var response = new SSEResponse<int>(events.ToAsyncEnumerable());
        Assert.Equal((int[])[4, 5], await response.Items.ToArrayAsync(Token));
        Assert.Equal(events, await response.Events.ToArrayAsync(Token));
    }

    [Fact]
    public async Task Chunks_come_from_arrays_and_from_a_stream_which_is_disposed()
    {
        var arrays = new StreamingResponse(new[] { "a"u8.ToArray(), "b"u8.ToArray() }.ToAsyncEnumerable());
        Assert.Equal(["a", "b"], await arrays.Chunks.Select(static chunk => Encoding.UTF8.GetString(chunk.Span)).ToArrayAsync(Token));
        var file = new MemoryStream("whole"u8.ToArray());
        var read = await new StreamingResponse(file).Chunks.Select(static chunk => Encoding.UTF8.GetString(chunk.Span)).ToArrayAsync(Token);
        Assert.Equal(["whole"], read);
        Assert.False(file.CanRead);
    }

    private static async IAsyncEnumerable<int> ThrowAsync()
    {
        await Task.Yield();
        if (DateTime.MinValue.Year == 1)
        {
            throw new InvalidDataException();
        }

        yield break;
    }

    private static async IAsyncEnumerable<int> WaitAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return 0;
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private async IAsyncEnumerable<int> CountAsync(int count)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                _steps.Add($"item {i}");
                yield return i;
            }
        }
        finally
        {
            _steps.Add("source disposed");
        }
    }

    private async IAsyncEnumerable<IAsyncEnumerable<int>> LifecycleAsync(
        IAsyncEnumerable<int> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            await Task.Yield();
            _steps.Add("set up");
            yield return items;
            _steps.Add(cancellationToken.IsCancellationRequested ? "torn down after a cancellation" : "torn down");
        }
        finally
        {
            _steps.Add("disposed");
        }
    }
}
