using System.Diagnostics;
using System.Globalization;
using Jero;

namespace Topics.Load.Server;

/// <summary>Publishes to the one side whose streams are open, and says how long each publication took to return.</summary>
internal sealed class Publisher(Topic<Notice> topic, Channels channels)
{
    private int _number;

    /// <summary>So many events, one right after the other or at fixed times.</summary>
    /// <param name="toTopic">Else to the channels.</param>
    /// <param name="count">How many.</param>
    /// <param name="perSecond">How many a second; 0 for no wait.</param>
    /// <param name="isLarge">Whether they have 4 KiB.</param>
    /// <returns>Nanoseconds, one number a publication.</returns>
    public async Task<string> PublishAsync(bool toTopic, int count, int perSecond, bool isLarge)
    {
        var times = new long[count];
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            if (perSecond > 0 && TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            var notice = Notice.Make(_number++, isLarge);
            var before = Stopwatch.GetTimestamp();
            if (toTopic)
            {
                await topic.PublishAsync(notice, eventName: "notice");
            }
            else
            {
                channels.Publish(notice);
            }

            times[i] = (long)Stopwatch.GetElapsedTime(before).TotalNanoseconds;
        }

        return string.Join(',', times.Select(static time => time.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The id that a client sends which has seen nothing of what is published from now on.</summary>
    public ValueTask<string> OldestAsync() => topic.PublishAsync(Notice.Make(-1, isLarge: false), subject: "nobody");
}
