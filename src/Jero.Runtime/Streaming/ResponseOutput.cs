using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Jero.Generated;
using Jero.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Jero.Streaming;

/// <summary>
/// Writes the body of one stream: fills the batch buffer, flushes it, sends keepalives and ends the body cleanly. Only one thread at a time
/// uses it.
/// </summary>
internal sealed class ResponseOutput : IDisposable
{
    /// <summary>
    /// The most bytes that gather before a flush, not counting the last item. They fit into the first 32 KiB of the buffer with room for
    /// one item. Larger batches wake the server less often (docs/performance.md), but a client that does not read costs one batch more.
    /// </summary>
    public const int BatchSize = 28 * 1024;

    private const long FlushInterval = 10;

    // Reading the clock costs as much as everything else that is done here for an item.
    private const int MostItemsBetweenLooks = 8;

    // The server copies what it is given, so a large item is sent in parts, each after the server has taken the previous one.
    private const int LargestPart = 64 * 1024;

    private readonly HttpContext _http;
    private readonly StreamSettings _settings;
    private readonly StreamStop _stop;
    private readonly StreamTimer _timer;
    private readonly long _keepAlive = StreamTimer.Never;

    // Cleared once it has been applied, so that an open stream does not hold the response.
    private StrongBox<ResponseHead>? _head;
    private Action? _flushed;
    private PipeWriter? _body;
    private bool _hasFailed;

    // Set once the body must end, for everything that is still to be sent.
    private long _graceDeadline = StreamTimer.Never;
    private long _countedItems;
    private long _lastWrite;
    private long _lastLook;
    private int _itemsBetweenLooks = 1;
    private int _itemsToNextLook = 1;
    private int _wholeItems;

    public ResponseOutput(HttpContext http, StreamSettings settings, ResponseHead head, StreamTimer timer, StreamStop stop)
    {
        _http = http;
        _settings = settings;
        _head = new(head);
        _timer = timer;
        _stop = stop;
        if (settings.KeepAlive is { } keepAlive)
        {
            _keepAlive = (long)Math.Ceiling(Durations.Spread(keepAlive).TotalMilliseconds);
        }

        Started = settings.Time.GetTimestamp();
        _lastWrite = _timer.Now;
    }

    public BatchBuffer Buffer { get; } = new();

    /// <summary>When the stream was asked for.</summary>
    public long Started { get; }

    /// <summary>Whether the response has begun, even if its bytes are still in the buffer.</summary>
    public bool HasBegun { get; private set; }

    public long Items { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>The observers of the stream. Set before the stream starts, if the app has any.</summary>
    public StreamObservation? Observation { get; set; }

    /// <summary>Whether the buffer is left to a pump that nobody waits for.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Stops sending from the buffer, because its pump is inside a source that was given up.</summary>
    public void Abandon() => IsAbandoned = true;

    /// <summary>Sends the headers ahead of the first item.</summary>
    public async Task BeginAsync()
    {
        Begin();
        await _http.Response.StartAsync().ConfigureAwait(false);

        // The pipe of a body that middleware has wrapped does not pass on an empty flush, but the stream does.
        await _http.Response.Body.FlushAsync().ConfigureAwait(false);
        _lastWrite = _timer.Now;
    }

    /// <summary>Leaves the headers of an empty stream to be sent by the server.</summary>
    public void BeginEmpty() => Begin();

    /// <summary>Counts the item that has just been written, if it wrote anything. Returns whether a flush is due.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ItemWritten()
    {
        var length = Buffer.Length;
        if (length == _wholeItems)
        {
            return false;
        }

        _wholeItems = length;
        if (Items++ == 0)
        {
            FirstItemWritten();
        }

        return length >= BatchSize || (--_itemsToNextLook == 0 && IsBatchOld());
    }

    /// <summary>Does the same as <see cref="ItemWritten"/> for an item that may have been borrowed.</summary>
    public bool ChunkWritten()
    {
        if (!HasBorrowed)
        {
            return ItemWritten();
        }

        if (Items++ == 0)
        {
            FirstItemWritten();
        }

        return true;
    }

    /// <summary>Whether an item is to be sent without a copy.</summary>
    public bool HasBorrowed => !Buffer.Borrowed.IsEmpty;

    /// <summary>Takes back what an item wrote before it threw.</summary>
    public void TakeBackPartialItem() => Buffer.Truncate(_wholeItems);

    /// <summary>Hands over to the server what has gathered.</summary>
    public ValueTask FlushAsync()
    {
        if (Buffer.Length == 0 || _hasFailed || IsAbandoned)
        {
            return ValueTask.CompletedTask;
        }

        // Reset on success: what a failed flush may have sent is not sent again.
        _hasFailed = true;
        var flush = Send(Buffer.WrittenMemory);
        if (!flush.IsCompleted)
        {
            return FinishFlushAsync(flush, Buffer.Length);
        }

        flush.GetAwaiter().GetResult();
        Flushed(Buffer.Length);
        return ValueTask.CompletedTask;
    }

    /// <summary>Hands over to the server what has gathered, then what was borrowed, in parts.</summary>
    public async ValueTask FlushBorrowedAsync()
    {
        var rest = Buffer.Borrowed;
        await FlushAsync().ConfigureAwait(false);
        while (!rest.IsEmpty && !_http.RequestAborted.IsCancellationRequested)
        {
            var part = rest[..Math.Min(rest.Length, LargestPart)];
            _hasFailed = true;
            var flush = Send(part);
            if (flush.IsCompleted)
            {
                flush.GetAwaiter().GetResult();
                Flushed(part.Length);
            }
            else
            {
                await FinishFlushAsync(flush, part.Length).ConfigureAwait(false);
            }

            rest = rest[part.Length..];
        }
    }

    /// <summary>
    /// Called before a wait for the source. Returns whether a keepalive is due, and arms the timer for the next one if not.
    /// </summary>
    public bool IsKeepAliveDue()
    {
        _timer.TakeSignal();
        if (_keepAlive == StreamTimer.Never)
        {
            Observation?.Waiting(StreamWait.Source);
            return false;
        }

        var deadline = _lastWrite + _keepAlive;
        if (_timer.Now >= deadline)
        {
            return true;
        }

        _timer.Arm(deadline);
        Observation?.Waiting(StreamWait.Source);
        return false;
    }

    /// <summary>
    /// Sends a comment, which clients ignore (WHATWG HTML, section 9.2.7), or the event in its place. The buffer must be empty.
    /// </summary>
    public ValueTask KeepAliveAsync()
    {
        if (_settings.KeepAliveEvent is { } name)
        {
            NamedEvent.Write(Buffer, name);
        }
        else
        {
            Buffer.Write(": ping\n\n"u8);
        }

        return FlushAsync();
    }

    /// <summary>Writes what follows the last item of a source that has ended by itself.</summary>
    public void WriteEnding()
    {
        if (_settings.EndEvent is { } name)
        {
            NamedEvent.Write(Buffer, name);
        }
        else if (_settings.Wrapper.HasBrackets)
        {
            if (!HasBegun)
            {
                Begin();
            }

            Buffer.Write(Items == 0 ? "[]\n"u8 : "]\n"u8);
        }
    }

    /// <summary>Ends the body as complete, at once. A client that does not take it is cut off.</summary>
    public async Task CompleteAsync()
    {
        if (!HasBegun)
        {
            Begin();
        }

        await FlushAsync().ConfigureAwait(false);
        var limit = _settings.SendTimeout ?? _settings.SourceStopTimeout;
        try
        {
            await _http.Response.CompleteAsync().WaitAsync(limit, _settings.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            StreamLog.SendTimedOut(_settings.Logger, _settings.Route, limit);
            _http.Abort();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        Buffer.Dispose();
    }

    private void Begin()
    {
        _http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        _head!.Value.Apply(_http);
        _head = null;
        HasBegun = true;
        RequestDuration.LeaveOut(_http, _settings);
        Observation?.Began();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FirstItemWritten()
    {
        _settings.Metrics.FirstItem(_settings, _settings.Time.GetElapsedTime(Started));
        Observation?.FirstItem();
        if (!HasBegun && _stop.LeaveSource())
        {
            Begin();
            _stop.EnterSource();
        }
    }

    // If the clock has not moved between items, they are quick, and the next check may come later. The first slow item brings back the
    // check after every item.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsBatchOld()
    {
        var now = _timer.Now;
        _itemsBetweenLooks = now == _lastLook ? Math.Min(2 * _itemsBetweenLooks, MostItemsBetweenLooks) : 1;
        _itemsToNextLook = _itemsBetweenLooks;
        _lastLook = now;
        return now - _lastWrite >= FlushInterval;
    }

    private ValueTask<FlushResult> Send(ReadOnlyMemory<byte> bytes) =>
        (_body ??= _http.Response.BodyWriter).WriteAsync(bytes, CancellationToken.None);

    private void Flushed(int length)
    {
        _hasFailed = false;
        Bytes += length;
        var items = Items - _countedItems;
        _settings.Metrics.Written(_settings, items, length);
        _countedItems = Items;
        Buffer.Clear();
        _wholeItems = 0;
        _lastWrite = _lastLook = _timer.Now;
        _itemsBetweenLooks = _itemsToNextLook = 1;
        Observation?.Flushed(items, length);
    }

    // Pooled, because it runs once for each batch if the client is slow.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FinishFlushAsync(ValueTask<FlushResult> flush, int length)
    {
        var awaiter = flush.ConfigureAwait(false).GetAwaiter();
        awaiter.UnsafeOnCompleted(_flushed ??= () => _timer.Raise(PumpSignals.Flushed));
        var started = _timer.Now;
        var deadline = Math.Min(_graceDeadline, _timer.After(_settings.SendTimeout));
        Observation?.Waiting(StreamWait.Client);
        while (!_timer.Take(PumpSignals.Flushed))
        {
            _timer.Take(PumpSignals.Stop);
            _timer.TakeSignal();
            if (_stop.IsDecided && _graceDeadline == StreamTimer.Never)
            {
                // The body must end now, and a client that takes nothing must not hold up the host.
                _graceDeadline = _timer.After(Durations.Effective(null, _settings.SourceStopTimeout));
                deadline = Math.Min(deadline, _graceDeadline);
            }

            if (_timer.Now >= deadline)
            {
                StreamLog.SendTimedOut(_settings.Logger, _settings.Route, _settings.SendTimeout ?? _settings.SourceStopTimeout);
                _stop.Request(StopReason.SendTimeout);
                _http.Abort();
                deadline = StreamTimer.Never;
            }

            _timer.Arm(deadline);
            await _timer.WaitAsync(PumpSignals.Flushed | PumpSignals.Stop | PumpSignals.Timer).ConfigureAwait(false);
        }

        if (TimeSpan.FromMilliseconds(_timer.Now - started) is var waited && waited >= _settings.StallThreshold)
        {
            _settings.Metrics.Stalled(_settings, waited);
            Observation?.Stalled(waited);
        }

        awaiter.GetResult();
        Flushed(length);
    }
}
