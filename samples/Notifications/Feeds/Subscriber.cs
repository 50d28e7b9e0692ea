using System.Collections.Frozen;
using System.Threading.Channels;

namespace Notifications.Feeds;

/// <summary>The queue of one client's stream.</summary>
internal sealed class Subscriber(FrozenSet<string> topics, int queueLength)
{
    private readonly Channel<FeedEvent> _queue = Channel.CreateBounded<FeedEvent>(
        new BoundedChannelOptions(queueLength) { SingleReader = true, SingleWriter = true });

    /// <summary>Ends after an overflow, when what was queued before it has been read.</summary>
    public ChannelReader<FeedEvent> Queue => _queue.Reader;

    public bool Wants(FeedEvent added) => topics.Contains(added.Topic);

    /// <summary>Whether there was room; if not, nothing more is taken, so that no event is left out between two others.</summary>
    public bool TryAdd(FeedEvent added)
    {
        if (_queue.Writer.TryWrite(added)) return true;
        _queue.Writer.TryComplete();
        return false;
    }
}
