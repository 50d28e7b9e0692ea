using System.Runtime.CompilerServices;

namespace Jero.Streaming;

/// <summary>
/// The enumerators of one stream, and the one MoveNextAsync that may be pending: nothing else is asked of them until it has called back,
/// and its result is taken only then.
/// </summary>
internal sealed class SourceEnumeration<TItem>
{
    private readonly PumpWaiter _waiter;
    private readonly StreamSettings _settings;
    private readonly Action _moved;
    private readonly IAsyncDisposable? _owned;
    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _pending;
    private IAsyncEnumerator<IAsyncEnumerable<TItem>>? _lifecycle;
    private IAsyncEnumerator<TItem>? _items;
    private bool _hasYielded;

    // The stream or the lifecycle that nobody has enumerated yet.
    private object? _unused;

    public SourceEnumeration(StreamSource<TItem> source, PumpWaiter waiter, StreamSettings settings)
    {
        _waiter = waiter;
        _settings = settings;
        _moved = () => _waiter.Raise(PumpSignals.Moved);
        _owned = source.Owned;
        _unused = (object?)source.Items ?? source.Lifecycle;
        HasLifecycle = source.Lifecycle is not null;
    }

    public bool HasLifecycle { get; }

    /// <summary>Whether a move has been asked for that has not called back.</summary>
    public bool IsPending { get; private set; }

    public static ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter AwaiterOf(ValueTask<bool> move) =>
        move.ConfigureAwait(false).GetAwaiter();

    /// <summary>Runs the lifecycle up to its yield.</summary>
    public ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter SetUp(CancellationToken token)
    {
        var lifecycle = (IAsyncEnumerable<IAsyncEnumerable<TItem>>)_unused!;
        _unused = null;
        _lifecycle = lifecycle.GetAsyncEnumerator(token);
        return AwaiterOf(_lifecycle.MoveNextAsync());
    }

    /// <summary>Takes the stream that the lifecycle has yielded.</summary>
    /// <exception cref="InvalidOperationException">It has yielded none.</exception>
    public void SetUpDone(bool yielded)
    {
        _hasYielded = yielded;
        if (!yielded || _lifecycle!.Current is null)
        {
            const string Mistake = "the lifecycle yielded no stream; it must reach exactly one yield return";
            StreamLog.LifecycleMistaken(_settings.Logger, _settings.Route, Mistake);
            throw new InvalidOperationException($"{_settings.Route}: {Mistake}.");
        }

        _unused = _lifecycle.Current;
    }

    public IAsyncEnumerator<TItem> Open(CancellationToken token)
    {
        var items = (IAsyncEnumerable<TItem>)_unused!;
        _unused = null;
        return _items = items.GetAsyncEnumerator(token);
    }

    /// <summary>Has <see cref="PumpSignals.Moved"/> raised when a move that did not complete at once calls back.</summary>
    public void Watch(ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter move)
    {
        _pending = move;
        IsPending = true;
        move.UnsafeOnCompleted(_moved);
    }

    /// <summary>Whether the pending move has called back; its result may be taken then, once.</summary>
    public bool HasMoved()
    {
        if (!_waiter.Take(PumpSignals.Moved))
        {
            return false;
        }

        IsPending = false;
        return true;
    }

    /// <summary>The result of the move that has called back.</summary>
    public bool TakeMove() => _pending.GetResult();

    /// <summary>
    /// Waits for the pending move, then disposes the items, resumes the lifecycle behind its yield and disposes it. Called once, never
    /// throws. False when the lifecycle yielded a second stream.
    /// </summary>
    public async Task<bool> TearDownAsync()
    {
        var moved = await PendingMoveAsync().ConfigureAwait(false);
        if (_items is not null)
        {
            await RunAsync("the source's disposal", _items.DisposeAsync).ConfigureAwait(false);
        }
        else if (moved && _lifecycle is not null)
        {
            // A set-up that came back after the stop.
            _hasYielded = true;
        }

        if (_owned is not null)
        {
            await RunAsync("the source's disposal", _owned.DisposeAsync).ConfigureAwait(false);
        }

        return _lifecycle is null || await EndAsync(_lifecycle).ConfigureAwait(false);
    }

    private async ValueTask<bool> EndAsync(IAsyncEnumerator<IAsyncEnumerable<TItem>> lifecycle)
    {
        var isSecond = false;
        if (_hasYielded)
        {
            await RunAsync("the lifecycle", async () => isSecond = await lifecycle.MoveNextAsync().ConfigureAwait(false)).ConfigureAwait(false);
        }

        await RunAsync("the lifecycle's disposal", lifecycle.DisposeAsync).ConfigureAwait(false);
        return !isSecond;
    }

    private async ValueTask<bool> PendingMoveAsync()
    {
        if (!IsPending)
        {
            return false;
        }

        while (!HasMoved())
        {
            await _waiter.WaitAsync(PumpSignals.Moved).ConfigureAwait(false);
        }

        try
        {
            return _pending.GetResult();
        }
        catch (Exception exception)
        {
            StreamLog.ThrownAfterStop(_settings, exception);
            return false;
        }
    }

    private async ValueTask RunAsync(string step, Func<ValueTask> action)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            StreamLog.TeardownFailed(_settings.Logger, _settings.Route, step, exception);
        }
    }
}
