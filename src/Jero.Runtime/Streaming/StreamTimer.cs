namespace Jero.Streaming;

/// <summary>
/// The waiter of one stream with its clock, in milliseconds, and its one timer. When a later deadline replaces an earlier one, the timer
/// stays armed. It then fires too early, finds nothing due and is armed again, which is cheaper than moving it with every write.
/// </summary>
internal sealed class StreamTimer(TimeProvider time) : PumpWaiter, IDisposable
{
    public const long Never = long.MaxValue;

    private static readonly TimerCallback Fire = static waiter => ((PumpWaiter)waiter!).Raise(PumpSignals.Timer);

    private ITimer? _timer;
    private long _armedFor = Never;

    // Environment.TickCount64 costs a fraction of TimeProvider.GetTimestamp, which matters because it is read for each item.
    public long Now => time == TimeProvider.System ? Environment.TickCount64 : (long)time.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>Returns the moment after <paramref name="duration"/>, or never if it is null.</summary>
    public long After(TimeSpan? duration) => duration is { } value ? Now + (long)Math.Ceiling(value.TotalMilliseconds) : Never;

    /// <summary>Raises <see cref="PumpSignals.Timer"/> at <paramref name="deadline"/> or before.</summary>
    public void Arm(long deadline)
    {
        if (deadline >= _armedFor)
        {
            return;
        }

        _armedFor = deadline;
        var due = TimeSpan.FromMilliseconds(Math.Clamp(deadline - Now, 0, uint.MaxValue - 1));
        if (_timer is null)
        {
            _timer = time.CreateTimer(Fire, this, due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Takes the timer's signal. The waiter calls this before it looks at its deadlines.</summary>
    public void TakeSignal()
    {
        if (Take(PumpSignals.Timer))
        {
            _armedFor = Never;
        }
    }

    public void Dispose() => _timer?.Dispose();
}
