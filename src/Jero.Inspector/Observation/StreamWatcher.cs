using System.Collections.Concurrent;
using Jero.Inspector.Mapping;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Observation;

/// <summary>Keeps the open streams and the last ones that ended, but not those of an inspector. Thread-safe.</summary>
internal sealed class StreamWatcher(TimeProvider time, ShownFacts facts) : IStreamObserver
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.9);

    private readonly ConcurrentDictionary<long, ObservedStream> _open = new();
    private readonly Lock _looking = new();
    private long _lookedAt;

    public TimeProvider Time { get; } = time;

    public StreamClock Clock { get; } = new(time);

    public ShownFacts Facts { get; } = facts;

    public EndedStreams LastEnded { get; } = new();

    /// <summary>The streams that are open now.</summary>
    public IEnumerable<ObservedStream> Open => _open.Select(static pair => pair.Value);

    public ObservedStream? Find(long id) => _open.GetValueOrDefault(id);

    public StreamDetails? Describe(long id) => Find(id)?.ToDetails();

    /// <summary>Measures the rates again, at most about once a second, however many people look.</summary>
    public void Look()
    {
        lock (_looking)
        {
            var now = Time.GetTimestamp();
            if (_lookedAt != 0 && Time.GetElapsedTime(_lookedAt, now) < BetweenLooks)
            {
                return;
            }

            _lookedAt = now;
            foreach (var stream in Open)
            {
                stream.Rate.Look(stream.Items, stream.Bytes, now, Time);
            }
        }
    }

    /// <summary>Returns the object of the stream, so that no later call has to look it up.</summary>
    public IStreamObserver? Follow(StreamInfo stream, HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<InspectedApp>() is not null)
        {
            return null;
        }

        var observed = new ObservedStream(this, stream, http);
        _open[stream.Id] = observed;
        return observed;
    }

    public void Ended(ObservedStream stream, StopReason reason, Exception? fault)
    {
        _open.TryRemove(stream.Info.Id, out _);
        LastEnded.Add(new EndedRecord(stream, reason, Facts.FaultOf(fault), Time.GetUtcNow(), stream.Age));
    }
}
