namespace Jero.Streaming;

/// <summary>Decides once why a stream ends, by whoever comes first, and has the token that tells the source. Thread-safe.</summary>
internal sealed class StreamStop : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PumpWaiter _waiter;
    private readonly StreamSettings _settings;
    private readonly CancellationTokenRegistration _aborted;
    private readonly CancellationTokenRegistration _hostStopping;
    private readonly ITimer? _maxDuration;
    private readonly StreamStopping? _stopping;

    // Whether a source that was told to stop may still yield. Once that time is over, it does not come back.
    private volatile bool _maySpeak;
    private int _reason;
    private int _place;
    private SourceWatch? _watch;

    public StreamStop(PumpWaiter waiter, StreamSettings settings, StreamStopping? stopping, CancellationToken requestAborted)
    {
        _waiter = waiter;
        _settings = settings;
        _stopping = stopping;
        _maySpeak = stopping is not null && settings.Wrapper.EndsWholeWhenStopped;
        _aborted = requestAborted.UnsafeRegister(static stop => ((StreamStop)stop!).Request(StopReason.ClientGone), this);
        _hostStopping = settings.HostStopping.UnsafeRegister(static stop => ((StreamStop)stop!).HostStops(), this);

        // Separate from the waiter's timer, because it must also fire while the source is busy and nobody waits.
        if (settings.MaxDuration is { } longest)
        {
            var due = settings.SpreadsMaxDuration ? Durations.Spread(longest) : longest;
            _maxDuration = settings.Time.CreateTimer(
                static stop => ((StreamStop)stop!).Request(StopReason.MaximumDuration), this, due, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Fires on a stop that comes from outside the source.</summary>
    public CancellationToken Token => _source.Token;

    public StopReason Reason => (StopReason)Volatile.Read(ref _reason);

    public bool IsDecided => Reason != StopReason.None;

    /// <summary>Whether nothing more is asked of the source: the end is decided, and no last events are awaited.</summary>
    public bool IsOver => IsDecided && !(_maySpeak && IsByServer);

    /// <summary>Whether the server ends the stream, and its client may still be told.</summary>
    private bool IsByServer => Reason is StopReason.ServerStopping or StopReason.MaximumDuration or StopReason.Stopped;

    /// <summary>Whether the stop came from outside the source, which was told by its token.</summary>
    private bool IsOutside => IsByServer || Reason is StopReason.ClientGone or StopReason.SendTimeout;

    /// <summary>Whether the request ended while the pump was inside its source. Only teardown is then left for the pump.</summary>
    public bool IsLeftBehind => (PumpPlace)Volatile.Read(ref _place) == PumpPlace.LeftBehind;

    /// <summary>Ends the request while a blocking source holds the pump. Set before the stream starts.</summary>
    public IThreadPoolWorkItem? WithoutPump { get; set; }

    /// <summary>Decides the reason without telling the source. Returns false if it is already decided.</summary>
    public bool TryDecide(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, (int)StopReason.None) != (int)StopReason.None)
        {
            return false;
        }

        _stopping?.Set(reason);
        return true;
    }

    /// <summary>Ends the time for last events, because it is over or nobody is left to receive them.</summary>
    public void EndLastWords()
    {
        if (_maySpeak)
        {
            _maySpeak = false;
            WakePump();
        }
    }

    /// <summary>Tells a source that is still busy with its next item that nobody waits for it.</summary>
    public void TellSource() => _ = CancelAsync();

    /// <summary>Ends the stream from outside the source. Returns false if its end is already decided.</summary>
    public bool Request(StopReason reason)
    {
        if (!TryDecide(reason))
        {
            if (reason is StopReason.ClientGone or StopReason.SendTimeout)
            {
                EndLastWords();
            }

            return false;
        }

        WatchSource();

        // Neither the source's callbacks nor the pump may run on the thread that stops the host or closes the connection.
        TellSource();
        WakePump();
        return true;
    }

    /// <summary>Starts to watch whether the source is late. The watch ends with this stop.</summary>
    public SourceWatch WatchSource()
    {
        if (Volatile.Read(ref _watch) is { } running)
        {
            return running;
        }

        var watch = new SourceWatch(_settings, this, Reason, IsOutside);
        if (Interlocked.CompareExchange(ref _watch, watch, null) is not { } earlier)
        {
            return watch;
        }

        watch.Dispose();
        return earlier;
    }

    /// <summary>
    /// Called before the pump calls into the source, which may block its thread. Returns false if the source has been given up.
    /// </summary>
    public bool EnterSource() => Move(PumpPlace.Outside, PumpPlace.InSource) == PumpPlace.Outside;

    /// <summary>Called when the pump is back. Returns false if it was left behind: the request is then no longer its own.</summary>
    public bool LeaveSource() => Move(PumpPlace.InSource, PumpPlace.Outside) != PumpPlace.LeftBehind;

    /// <summary>Stops waiting for the source. A pump that is inside it is left behind.</summary>
    public void GiveUpSource()
    {
        // The pump may enter and leave the source in the meantime.
        PumpPlace seen;
        do
        {
            seen = (PumpPlace)Volatile.Read(ref _place);
        }
        while (Move(seen, seen is PumpPlace.InSource or PumpPlace.LeftBehind ? PumpPlace.LeftBehind : PumpPlace.GivenUp) != seen);

        if (seen == PumpPlace.InSource && WithoutPump is { } ending)
        {
            ThreadPool.UnsafeQueueUserWorkItem(ending, preferLocal: false);
        }
    }

    private void WakePump() => ThreadPool.UnsafeQueueUserWorkItem(static waiter => waiter.Raise(PumpSignals.Stop), _waiter, preferLocal: false);

    private PumpPlace Move(PumpPlace from, PumpPlace to) => (PumpPlace)Interlocked.CompareExchange(ref _place, (int)to, (int)from);

    private void HostStops()
    {
        if (_settings.StopsWithHost)
        {
            Request(StopReason.ServerStopping);
        }

        if (IsDecided)
        {
            // A teardown that blocks holds the thread that would start the watch.
            WatchSource();
        }
    }

    private async Task CancelAsync()
    {
        try
        {
            await _source.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException exception)
        {
            StreamLog.TeardownFailed(_settings.Logger, _settings.Route, "a callback of the source's token", exception);
        }
    }

    /// <summary>Stops listening. The token stays usable, because a source that is no longer waited for may still hold it.</summary>
    public void Dispose()
    {
        _aborted.Dispose();
        _hostStopping.Dispose();
        _maxDuration?.Dispose();
        Volatile.Read(ref _watch)?.Dispose();
    }
}
