using System.Collections.Concurrent;
using Jero;

namespace Runtime.Tests.Streaming.Traces;

/// <summary>Counts what the streams wait for, so that a test moves the clock in the midst of a wait.</summary>
internal sealed class Waits : IStreamObserver
{
    private readonly ConcurrentQueue<StreamWait?> _calls = new();

    public int Count => _calls.Count;

    public StreamWait? Last => _calls.LastOrDefault();

    public int ForSource => _calls.Count(static wait => wait == StreamWait.Source);

    public void Waiting(StreamInfo stream, StreamWait wait) => _calls.Enqueue(wait);

    public void Flushed(StreamInfo stream, long items, long bytes) => _calls.Enqueue(null);
}
