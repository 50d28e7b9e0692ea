namespace Jero.Streaming;

/// <summary>
/// Why one stream ends, decided once by whoever comes first, and the token that tells the source. Thread-safe.
/// </summary>
internal sealed class StreamStop : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PumpWaiter _waiter;
    private readonly StreamSettings _settings;
    private readonly CancellationTokenRegistration _aborted;
    private readonly CancellationTokenRegistration _hostStopping;
    private readonly ITimer? _maxDuration;
    private readonly StreamStopping? _stopping;

    // Whether a source that is told to stop may still yield. It may not again once that is over.
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

        // Apart from the waiter's timer, since it must fire also while the source is busy and nobody waits.
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

    /// <summary>Whether nothing more is asked of the source: the end is decided, and no last words are waited for.</summary>
    public bool IsOver => IsDecided && !(_maySpeak && IsByServer);

    /// <summary>Whether the server ends the stream, and its client may still be told.</summary>
    private bool IsByServer => Reason is StopReason.ServerStopping or StopReason.MaximumDuration or StopReason.Stopped;

    /// <summary>Whether the stop came from outside the source, which has then been told by its token.</summary>
    private bool IsOutside => IsByServer || Reason is StopReason.ClientGone or StopReason.SendTimeout;

    /// <summary>Whether the request has ended while the pump was inside of its source: all that is left to the pump is teardown.</summary>
    public bool IsLeftBehind => (PumpPlace)Volatile.Read(ref _place) == PumpPlace.LeftBehind;

    /// <summary>Ends the request while the pump is held by a source that blocks. Set before the stream starts.</summary>
    public Action? EndsWithoutPump { get; set; }

    /// <summary>Decides the reason without telling the source; false when it is decided already.</summary>
    public bool TryDecide(StopReason reason)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, (int)StopReason.None) != (int)StopReason.None)
        {
            return false;
        }

        _stopping?.Set(reason);
        return true;
    }

    /// <summary>The time for last words is over, or nobody is left to hear them.</summary>
    public void EndLastWords()
    {
        if (_maySpeak)
        {
            _maySpeak = false;
            WakePump();
        }
    }

    /// <summary>Tells a source that is still busy with its next item that nobody waits for it any more.</summary>
    public void TellSource() => _ = CancelAsync();

    /// <summary>Ends the stream from outside the source; false when its end is decided already.</summary>
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

    /// <summary>From now on the source is late after a time; the watch ends with this stop.</summary>
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

    /// <summary>The pump calls into the source, which may block its thread; false when the source has been given up.</summary>
    public bool EnterSource() => Move(PumpPlace.Outside, PumpPlace.InSource) == PumpPlace.Outside;

    /// <summary>The pump is back. False when it was left behind: the request is no longer its own.</summary>
    public bool LeaveSource() => Move(PumpPlace.InSource, PumpPlace.Outside) != PumpPlace.LeftBehind;

    /// <summary>The source is no longer waited for. A pump that stands inside of it is left behind.</summary>
    public void GiveUpSource()
    {
        // The pump may come and go meanwhile.
        PumpPlace seen;
        do
        {
            seen = (PumpPlace)Volatile.Read(ref _place);
        }
        while (Move(seen, seen is PumpPlace.InSource or PumpPlace.LeftBehind ? PumpPlace.LeftBehind : PumpPlace.GivenUp) != seen);

        if (seen == PumpPlace.InSource)
        {
            EndsWithoutPump?.Invoke();
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

    /// <summary>Listens no longer. The token stays usable, since a source that is no longer waited for may still hold it.</summary>
    public void Dispose()
    {
        _aborted.Dispose();
        _hostStopping.Dispose();
        _maxDuration?.Dispose();
        Volatile.Read(ref _watch)?.Dispose();
    }
}
