namespace Jero.Inspector.Observation;

/// <summary>Reads milliseconds from the app's clock. For the system's clock they cost a fraction of a timestamp, which matters at each flush.</summary>
internal sealed class StreamClock(TimeProvider time)
{
    private readonly TimeProvider? _replaced = time == TimeProvider.System ? null : time;

    public long Now => _replaced is null ? Environment.TickCount64 : (long)_replaced.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>In seconds.</summary>
    public double Since(long moment) => Math.Max(0, Now - moment) / 1_000.0;
}
