namespace Notifications.Load;

/// <summary>How long events took, counted in tenths of a millisecond up to a minute.</summary>
internal sealed class Latencies
{
    private const int PerMillisecond = 10;
    private readonly int[] _counts = new int[60_000 * PerMillisecond];

    public void Add(TimeSpan latency) =>
        Interlocked.Increment(ref _counts[Math.Clamp((int)(latency.TotalMilliseconds * PerMillisecond), 0, _counts.Length - 1)]);

    /// <summary>The milliseconds that this part of the events took at most.</summary>
    public double Percentile(double part)
    {
        var rest = (long)Math.Ceiling(_counts.Sum(count => (long)count) * part);
        var index = 0;
        while (index < _counts.Length && (rest -= _counts[index]) > 0) index++;
        return (index + 1.0) / PerMillisecond;
    }
}
