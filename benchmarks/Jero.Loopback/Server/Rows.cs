using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Items;

namespace Jero.Loopback.Server;

/// <summary>Sources that wait, the same for every side.</summary>
internal static class Rows
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);
    private static long _lastClosed;

    /// <summary>When a source was closed last, by the clock that all processes share; 0 since the last call.</summary>
    public static long TakeLastClosed() => Interlocked.Exchange(ref _lastClosed, 0);

    public static async IAsyncEnumerable<Row> OneThenWait([EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            yield return Ready.Rows.First;
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
        yield return Ready.Rows.First;
    }

    public static async IAsyncEnumerable<IAsyncEnumerable<Row>> SlowFirstLifecycle([EnumeratorCancellation] CancellationToken token = default)
    {
        yield return SlowFirst(token);
        await Task.CompletedTask;
    }
}
