using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Topics.Load.Server;

/// <summary>A notice with its id, as a peer has it.</summary>
internal sealed record Sent(string Id, Notice Notice);

/// <summary>What is written by hand in the place of a topic: a channel a subscriber. No id can be resumed from.</summary>
internal sealed class Channels
{
    private readonly ConcurrentDictionary<Channel<Sent>, bool> _channels = [];

    public async IAsyncEnumerable<Sent> ReadAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        var channel = Channel.CreateUnbounded<Sent>(new UnboundedChannelOptions { SingleReader = true });
        _channels.TryAdd(channel, true);
        try
        {
            // So that its client knows that it is connected.
            yield return new Sent("0", new Notice(-1, 0, "", ""));
            await foreach (var sent in channel.Reader.ReadAllAsync(token))
            {
                yield return sent;
            }
        }
        finally
        {
            _channels.TryRemove(channel, out _);
        }
    }

    public void Publish(Notice notice)
    {
        var sent = new Sent($"m0199f3c8d5e67c1b8d3f41a-{notice.Number}", notice);
        foreach (var (channel, _) in _channels)
        {
            channel.Writer.TryWrite(sent);
        }
    }
}
