using System.Collections.Concurrent;

namespace Jero.Testing.Tracking;

/// <summary>Wraps a clock, and knows which of its timers are armed and which request each was created for. Thread-safe.</summary>
internal sealed class TrackedTime(TimeProvider inner) : TimeProvider
{
    private readonly ConcurrentDictionary<TrackedTimer, bool> _armed = new();

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <summary>The armed timers, the next one first.</summary>
    public IReadOnlyList<TrackedTimer> Armed => [.. _armed.Keys.OrderBy(timer => timer.Due)];

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new TrackedTimer(this, inner, callback, state, dueTime, period);

    /// <summary>
    /// Returns the next timer that the source of <paramref name="stream"/> waits for, ignoring Jero's own. A timer that was armed by a call
    /// of the source which the stream does not wait for yet is not one of them: the item before it is still on its way to the client.
    /// </summary>
    public TrackedTimer? NextOf(ServerStream stream)
    {
        var next = _armed.Keys.Where(timer => timer.Owner == stream && !timer.IsOfJero).MinBy(timer => timer.Due);
        return next?.ArmedAfter < stream.Waits ? next : null;
    }

    private void SetArmed(TrackedTimer timer, bool isArmed)
    {
        if (isArmed)
        {
            _armed[timer] = true;
        }
        else
        {
            _armed.TryRemove(timer, out _);
        }

        timer.Owner?.Pulse();
    }

    internal sealed class TrackedTimer : ITimer
    {
        private readonly TrackedTime _time;
        private readonly TimeProvider _inner;
        private readonly ITimer _timer;
        private TimeSpan _period;

        public TrackedTimer(TrackedTime time, TimeProvider inner, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_time, _inner) = (time, inner);
            IsOfJero = callback.Method.Module.Assembly == typeof(StreamInfo).Assembly;

            // Armed before it is created, because it may fire at once.
            Arm(dueTime, period);
            _timer = inner.CreateTimer(
                given =>
                {
                    Fired();
                    callback(given);
                },
                state,
                dueTime,
                period);
        }

        public ServerStream? Owner { get; } = ServerStream.Current?.Stream;

        public bool IsOfJero { get; }

        public DateTimeOffset Due { get; private set; }

        /// <summary>How many waits of its request had begun before the call that has armed it.</summary>
        public int ArmedAfter { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Arm(dueTime, period);
            return _timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            _time.SetArmed(this, isArmed: false);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            _time.SetArmed(this, isArmed: false);
            return _timer.DisposeAsync();
        }

        private void Arm(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            ArmedAfter = ServerStream.Current is { } flow && flow.Stream == Owner ? flow.Waits : 0;
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _inner.GetUtcNow() + dueTime;
            _time.SetArmed(this, dueTime != Timeout.InfiniteTimeSpan);
        }

        private void Fired()
        {
            if (_period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero)
            {
                _time.SetArmed(this, isArmed: false);
            }
            else
            {
                Due += _period;
            }
        }
    }
}
