namespace Jero.Streaming;

/// <summary>
/// Watches a source from a stop until it has returned and is torn down, and reports if that takes longer than
/// <see cref="JeroOptions.SourceStopTimeout"/>. It has its own timer, because a source that blocks holds the thread that would look.
/// </summary>
internal sealed class SourceWatch : IDisposable
{
    private readonly StreamSettings _settings;
    private readonly StreamStop _stop;
    private readonly StopReason _reason;
    private readonly bool _isOutside;
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _timer;
    private CancellationTokenRegistration _hostStopping;

    public SourceWatch(StreamSettings settings, StreamStop stop, StopReason reason, bool isOutside)
    {
        _settings = settings;
        _stop = stop;
        _reason = reason;
        _isOutside = isOutside;
        _timer = settings.Time.CreateTimer(
            static watch => ((SourceWatch)watch!).IsLate(), this, settings.SourceStopTimeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Completes when the host stops and the time is over: the source is no longer waited for.</summary>
    public Task GivenUp => _givenUp.Task;

    public void Dispose()
    {
        _timer.Dispose();
        _hostStopping.Dispose();
    }

    private void IsLate()
    {
        _stop.EndLastWords();
        if (_isOutside)
        {
            StreamLog.SourceUnresponsive(_settings.Logger, _settings.Route, _settings.SourceStopTimeout, _reason);
            _settings.Metrics.Unresponsive(_settings, _reason);
        }
        else
        {
            StreamLog.TeardownSlow(_settings.Logger, _settings.Route, _settings.SourceStopTimeout, _reason);
        }

        _hostStopping = _settings.HostStopping.UnsafeRegister(static watch => ((SourceWatch)watch!).GiveUp(), this);
    }

    private void GiveUp()
    {
        _givenUp.TrySetResult();
        _stop.GiveUpSource();
    }
}
