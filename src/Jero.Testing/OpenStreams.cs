using Jero.Testing.Tracking;

namespace Jero.Testing;

/// <summary>
/// Lists the open streams of an app: every stream of Jero's, and the streams of other endpoints that the test has opened. Thread-safe.
/// </summary>
public sealed class OpenStreams
{
    private readonly StreamTracker _tracker;
    private readonly TimeSpan _limit;

    internal OpenStreams(StreamTracker tracker, TimeSpan limit) => (_tracker, _limit) = (tracker, limit);

    /// <summary>Gets the number of open streams.</summary>
    public int Count => _tracker.Open.Count;

    /// <summary>Gets a description of each open stream, for people: its route and what it is doing.</summary>
    public IReadOnlyList<string> All => [.. _tracker.Open.Select(static stream => stream.ToString())];

    /// <summary>Waits until every stream is over: the request has ended, and the source is disposed.</summary>
    /// <exception cref="StreamTimeoutException">A stream is still open. The message says what it is doing.</exception>
    public async Task AreAllClosedAsync()
    {
        if (await LeftAsync().ConfigureAwait(false) is { Count: > 0 } left)
        {
            var streams = left.Count == 1 ? "A stream is" : $"{left.Count} streams are";
            throw new StreamTimeoutException(string.Join('\n', left.Prepend($"{streams} still open after {Messages.Duration(_limit)}:")));
        }
    }

    /// <summary>Returns the streams that are open when the limit is over.</summary>
    internal async Task<IReadOnlyList<string>> LeftAsync()
    {
        using var stopped = new CancellationTokenSource();
        var limit = Task.Delay(_limit, stopped.Token);
        IReadOnlyList<ServerStream> open;
        while ((open = _tracker.Open).Count > 0 && !limit.IsCompleted)
        {
            await open[0].WaitAsync(() => open[0].IsOver, limit).ConfigureAwait(false);
        }

        await stopped.CancelAsync().ConfigureAwait(false);
        return [.. open.Select(static stream => $"  {stream}")];
    }
}
