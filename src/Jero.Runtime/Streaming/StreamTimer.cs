namespace Jero.Streaming;

/// <summary>
/// The clock of one stream in milliseconds, and its one timer. The timer is left armed when a later deadline replaces an earlier one: it
/// then fires too early, finds nothing due and is armed again, which is cheaper than moving it with every write.
/// </summary>
internal sealed class StreamTimer(TimeProvider time, PumpWaiter waiter) : IDisposable
{
    public const long Never = long.MaxValue;

    private static readonly TimerCallback Raise = static waiter => ((PumpWaiter)waiter!).Raise(PumpSignals.Timer);

    // Environment.TickCount64 costs a fraction of TimeProvider.GetTimestamp, which matters once an item.
    private readonly TimeProvider? _replaced = time == TimeProvider.System ? null : time;
    private ITimer? _timer;
    private long _armedFor = Never;

    public long Now => _replaced is null ? Environment.TickCount64 : (long)_replaced.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>The moment after <paramref name="duration"/>; never where there is none.</summary>
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
            _timer = time.CreateTimer(Raise, waiter, due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>To be called by the waiter before it looks at its deadlines: the timer may have fired.</summary>
    public void TakeSignal()
    {
        if (waiter.Take(PumpSignals.Timer))
        {
            _armedFor = Never;
        }
    }

    public void Dispose() => _timer?.Dispose();
}
