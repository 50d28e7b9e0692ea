namespace Jero.Inspector.Observation;

/// <summary>Milliseconds of the app's clock, for what happens once a flush: the system's cost a fraction of a timestamp.</summary>
internal sealed class StreamClock(TimeProvider time)
{
    private readonly TimeProvider? _replaced = time == TimeProvider.System ? null : time;

    public long Now => _replaced is null ? Environment.TickCount64 : (long)_replaced.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>In seconds.</summary>
    public double Since(long moment) => Math.Max(0, Now - moment) / 1_000.0;
}
