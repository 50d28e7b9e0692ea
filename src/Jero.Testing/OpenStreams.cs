using Jero.Testing.Tracking;

namespace Jero.Testing;

/// <summary>
/// The streams of an app that are not over: each of Jero's, and of other endpoints those that the test has opened.
/// Thread-safe.
/// </summary>
public sealed class OpenStreams
{
    private readonly StreamTracker _tracker;
    private readonly TimeSpan _limit;

    internal OpenStreams(StreamTracker tracker, TimeSpan limit) => (_tracker, _limit) = (tracker, limit);

    /// <summary>How many are open.</summary>
    public int Count => _tracker.Open.Count;

    /// <summary>Each with its route and where it stands, for people.</summary>
    public IReadOnlyList<string> All => [.. _tracker.Open.Select(static stream => stream.ToString())];

    /// <summary>Waits until every stream is over: the request, the stream, and its source disposed.</summary>
    /// <exception cref="StreamTimeoutException">One is left; the message says where it stands.</exception>
    public async Task AreAllClosedAsync()
    {
        if (await LeftAsync().ConfigureAwait(false) is { Count: > 0 } left)
        {
            var streams = left.Count == 1 ? "A stream is" : $"{left.Count} streams are";
            throw new StreamTimeoutException(string.Join('\n', left.Prepend($"{streams} still open after {Messages.Duration(_limit)}:")));
        }
    }

    /// <summary>Those that are left when the limit is over.</summary>
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
