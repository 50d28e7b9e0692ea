using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Jero.Loopback.Server;

/// <summary>The sources, the same for every server side.</summary>
internal static class Rows
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);
    private static long _lastClosed;

    public static readonly Row[] Ready = [.. Enumerable.Range(0, 1024).Select(i =>
        new Row((1 << 20) + i, $"Customer number {i}", i % 3 == 0 ? null : "left at the door", i, i * 37, i % 2 == 0))];

    /// <summary>When a source was closed last, by the clock that all processes share; 0 since the last call.</summary>
    public static long TakeLastClosed() => Interlocked.Exchange(ref _lastClosed, 0);

    /// <summary>Rows that are there already: neither waits nor allocates.</summary>
    public static async IAsyncEnumerable<Row> Many(int count)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            yield return Ready[i & 1023];
        }
    }

    public static async IAsyncEnumerable<Row> OneThenWait([EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            yield return Ready[0];
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }
        finally
        {
            Volatile.Write(ref _lastClosed, Stopwatch.GetTimestamp());
        }
    }

    public static async IAsyncEnumerable<SseItem<Row>> EventThenWait([EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (var row in OneThenWait(token))
        {
            yield return new SseItem<Row>(row);
        }
    }

    public static async IAsyncEnumerable<Row> SlowFirst([EnumeratorCancellation] CancellationToken token = default)
    {
        await Task.Delay(Slow, token);
        yield return Ready[0];
    }

    public static async IAsyncEnumerable<IAsyncEnumerable<Row>> SlowFirstLifecycle([EnumeratorCancellation] CancellationToken token = default)
    {
        yield return SlowFirst(token);
        await Task.CompletedTask;
    }
}
