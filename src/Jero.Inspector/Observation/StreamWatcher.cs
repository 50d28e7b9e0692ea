using System.Collections.Concurrent;
using Jero.Inspector.Mapping;
using Jero.Inspector.Views;
using Microsoft.AspNetCore.Http;

namespace Jero.Inspector.Observation;

/// <summary>Keeps the streams that are open and the last ones that ended; not those of an inspector. Thread-safe.</summary>
internal sealed class StreamWatcher(TimeProvider time, ShownFacts facts) : IStreamObserver
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.9);

    private readonly ConcurrentDictionary<long, ObservedStream> _open = new();
    private readonly Lock _looking = new();
    private long _lookedAt;

    public EndedStreams LastEnded { get; } = new();

    /// <summary>Those that are open now.</summary>
    public IEnumerable<ObservedStream> Open => _open.Select(static pair => pair.Value);

    public ObservedStream? Find(long id) => _open.GetValueOrDefault(id);

    public StreamDetails? Describe(long id) => Find(id)?.ToDetails(facts);

    /// <summary>Takes the rates anew, at most about once a second, however many look.</summary>
    public void Look()
    {
        lock (_looking)
        {
            var now = time.GetTimestamp();
            if (_lookedAt != 0 && time.GetElapsedTime(_lookedAt, now) < BetweenLooks)
            {
                return;
            }

            _lookedAt = now;
            foreach (var stream in Open)
            {
                stream.Rate.Look(stream.Items, stream.Bytes, now, time);
            }
        }
    }

    public void Opened(StreamInfo stream, HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<InspectedApp>() is null)
        {
            _open[stream.Id] = new ObservedStream(stream, http, time, facts);
        }
    }

    public void Began(StreamInfo stream) => Find(stream.Id)?.Enter(StreamActivity.Sending);

    public void Waiting(StreamInfo stream, StreamWait wait) => Find(stream.Id)?.Enter(wait switch
    {
        StreamWait.Source => StreamActivity.WaitingForSource,
        StreamWait.Client => StreamActivity.WaitingForClient,
        _ => StreamActivity.TearingDown,
    });

    public void Flushed(StreamInfo stream, long items, long bytes) => Find(stream.Id)?.Flushed(items, bytes);

    // A source that the host did not wait for may come back after the stream's end.
    public void Released(StreamInfo stream) => (Find(stream.Id) ?? LastEnded.Find(stream.Id))?.Release();

    public void Ended(StreamInfo stream, StopReason reason, Exception? fault)
    {
        if (_open.TryRemove(stream.Id, out var open))
        {
            open.End();
            LastEnded.Add(new EndedRecord(open, reason, facts.FaultOf(fault), time.GetUtcNow(), open.Age));
        }
    }
}
