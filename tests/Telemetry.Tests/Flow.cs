using System.Collections.Concurrent;
using Jero;

namespace Telemetry.Tests;

/// <summary>Which streams have not got rid of anything since somebody looked.</summary>
internal sealed class Flow : IStreamObserver
{
    private readonly ConcurrentDictionary<StreamInfo, (long Flushes, bool WaitsForClient)> _streams = new();

    /// <summary>Those of a route that wait for their clients, with how much went before.</summary>
    public IReadOnlyDictionary<long, long> BlockedOf(string route) =>
        _streams
            .Where(each => each.Key.Route == route && each.Value.WaitsForClient)
            .ToDictionary(each => each.Key.Id, each => each.Value.Flushes);

    public void Waiting(StreamInfo stream, StreamWait wait) =>
        _streams.AddOrUpdate(stream, (0, wait == StreamWait.Client), (_, seen) => (seen.Flushes, wait == StreamWait.Client));

    public void Flushed(StreamInfo stream, long items, long bytes) =>
        _streams.AddOrUpdate(stream, (1, false), static (_, seen) => (seen.Flushes + 1, false));

    public void Ended(StreamInfo stream, StopReason reason, Exception? fault) => _streams.TryRemove(stream, out _);
}
