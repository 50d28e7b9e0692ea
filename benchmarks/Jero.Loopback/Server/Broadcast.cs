using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Jero.Loopback.Server;

/// <summary>An event that says when it was published, by the clock that both processes share.</summary>
public sealed record Tick(long At);

/// <summary>Events for many streams at a time: each has a channel of its own, whatever side serves it.</summary>
internal static class Broadcast
{
    private static readonly ConcurrentDictionary<Channel<Tick>, bool> Streams = [];

    public static async IAsyncEnumerable<Tick> Ticks([EnumeratorCancellation] CancellationToken token = default)
    {
        var channel = Channel.CreateUnbounded<Tick>(new UnboundedChannelOptions { SingleReader = true });
        Streams.TryAdd(channel, true);
        try
        {
            yield return new Tick(0);
            await foreach (var tick in channel.Reader.ReadAllAsync(token))
            {
                yield return tick;
            }
        }
        finally
        {
            Streams.TryRemove(channel, out _);
        }
    }

    /// <summary>One event to every stream.</summary>
    public static int Publish()
    {
        var tick = new Tick(Stopwatch.GetTimestamp());
        var streams = Streams.Keys;
        foreach (var stream in streams)
        {
            stream.Writer.TryWrite(tick);
        }

        return streams.Count;
    }

    /// <summary>So many events a second, to one stream after the other; how many there were.</summary>
    public static async Task<int> DripAsync(int perSecond, int seconds)
    {
        var streams = Streams.Keys.ToArray();
        var started = Stopwatch.GetTimestamp();
        var sent = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (sent < perSecond * seconds)
        {
            await timer.WaitForNextTickAsync();
            var due = Math.Min(perSecond * seconds, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond));
            for (; sent < due; sent++)
            {
                streams[sent % streams.Length].Writer.TryWrite(new Tick(Stopwatch.GetTimestamp()));
            }
        }

        return sent;
    }
}
