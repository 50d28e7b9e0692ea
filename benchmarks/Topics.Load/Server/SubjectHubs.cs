using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Jero;

namespace Topics.Load.Server;

/// <summary>
/// Publishing to one of many subjects, each with a subscriber within this process: so many streams over sockets need more file descriptors
/// than most machines allow, and publishing does not know what a subscriber does with its event.
/// </summary>
internal static class SubjectHubs
{
    private static int _delivered;

    /// <returns>How many were woken in all; then nanoseconds, one number a publication.</returns>
    public static async Task<string> MeasureAsync(Topic<Notice> topic, string hub, int subscribers, int publications)
    {
        using var stop = new CancellationTokenSource();
        var names = Enumerable.Range(0, subscribers).Select(static i => $"room/{i}").ToArray();
        Func<string, Notice, ValueTask> publish = hub switch
        {
            "topic" => async (subject, notice) => await topic.PublishAsync(notice, subject),
            "dictionary" => ByDictionary(names, stop.Token),
            _ => ByAsking(names, stop.Token),
        };
        if (hub == "topic")
        {
            foreach (var name in names)
            {
                _ = CountAsync(topic.ReadAsync(subjects: [name], cancellationToken: stop.Token));
            }
        }

        await PublishAsync(publish, names, publications / 4);
        Volatile.Write(ref _delivered, 0);
        var times = await PublishAsync(publish, names, publications);
        var woken = Volatile.Read(ref _delivered);
        await stop.CancelAsync();
        return string.Join(',', times.Prepend(woken).Select(static time => time.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<List<long>> PublishAsync(Func<string, Notice, ValueTask> publish, string[] names, int publications)
    {
        var random = new Random(21);
        var times = new List<long>(publications);
        for (var i = 0; i < publications; i++)
        {
            var (subject, notice) = (names[random.Next(names.Length)], Notice.Make(i, isLarge: false));
            var delivered = Volatile.Read(ref _delivered);
            var before = Stopwatch.GetTimestamp();
            await publish(subject, notice);
            times.Add((long)Stopwatch.GetElapsedTime(before).TotalNanoseconds);
            while (Volatile.Read(ref _delivered) == delivered)
            {
                await Task.Yield();
            }
        }

        return times;
    }

    /// <summary>One lock that all pass, and each subscriber asked whether it wants the event.</summary>
    private static Func<string, Notice, ValueTask> ByAsking(string[] names, CancellationToken token)
    {
        var gate = new Lock();
        var all = new List<(HashSet<string> Subjects, Channel<Notice> Channel)>();
        foreach (var name in names)
        {
            var channel = Channel.CreateUnbounded<Notice>(new UnboundedChannelOptions { SingleReader = true });
            all.Add(([name], channel));
            _ = CountAsync(channel.Reader.ReadAllAsync(token));
        }

        return (subject, notice) =>
        {
            lock (gate)
            {
                foreach (var (subjects, channel) in all)
                {
                    if (subjects.Contains(subject))
                    {
                        channel.Writer.TryWrite(notice);
                    }
                }
            }

            return default;
        };
    }

    /// <summary>As a careful user writes it.</summary>
    private static Func<string, Notice, ValueTask> ByDictionary(string[] names, CancellationToken token)
    {
        var all = new ConcurrentDictionary<string, Channel<Notice>[]>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var channel = Channel.CreateUnbounded<Notice>(new UnboundedChannelOptions { SingleReader = true });
            all[name] = [channel];
            _ = CountAsync(channel.Reader.ReadAllAsync(token));
        }

        return (subject, notice) =>
        {
            foreach (var channel in all[subject])
            {
                channel.Writer.TryWrite(notice);
            }

            return default;
        };
    }

    private static async Task CountAsync<T>(IAsyncEnumerable<T> events)
    {
        try
        {
            await foreach (var _ in events)
            {
                Interlocked.Increment(ref _delivered);
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }
}
