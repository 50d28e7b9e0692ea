using System.Runtime.CompilerServices;

namespace Jero.Streaming;

/// <summary>
/// Holds the enumerators of one stream and the one MoveNextAsync that may be pending. Nothing else is asked of them until it has called
/// back, and only then is its result taken. <see cref="SourceEnumeration{TItem}"/> has what depends on the item type, and is compiled for
/// each.
/// </summary>
internal abstract class SourceEnumeration
{
    private readonly Action _moved;
    private readonly IAsyncDisposable? _owned;
    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _pending;

    private protected SourceEnumeration(PumpWaiter waiter, StreamSettings settings, IAsyncDisposable? owned, Func<byte[]>? farewell)
    {
        Farewell = farewell;
        Waiter = waiter;
        _moved = () => Waiter.Raise(PumpSignals.Moved);
        _owned = owned;
        Settings = settings;
    }

    /// <summary>Whether a move was asked for that has not called back.</summary>
    public bool IsPending { get; private set; }

    /// <summary>The observers of the stream. Set before the stream starts, if the app has any.</summary>
    public StreamObservation? Observation { get; set; }

    /// <summary>The stream or the lifecycle that nobody has enumerated yet.</summary>
    public object? Unused { get; protected set; }

    /// <summary>What is sent last when the server stops.</summary>
    public Func<byte[]>? Farewell { get; }

    protected PumpWaiter Waiter { get; }

    protected StreamSettings Settings { get; }

    protected IAsyncDisposable? Items { get; set; }

    protected IAsyncDisposable? Lifecycle { get; set; }

    protected bool HasYielded { get; set; }

    /// <summary>Runs the lifecycle up to its yield.</summary>
    public abstract ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter SetUp(CancellationToken token);

    /// <summary>Takes the stream that the lifecycle has yielded.</summary>
    /// <exception cref="InvalidOperationException">It has yielded none.</exception>
    public abstract void SetUpDone(bool yielded);

    /// <summary>Raises <see cref="PumpSignals.Moved"/> when a move that did not complete at once calls back.</summary>
    public void Watch(ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter move)
    {
        _pending = move;
        IsPending = true;
        move.UnsafeOnCompleted(_moved);
    }

    /// <summary>Whether the pending move has called back. Its result may then be taken, once.</summary>
    public bool HasMoved()
    {
        if (!Waiter.Take(PumpSignals.Moved))
        {
            return false;
        }

        IsPending = false;
        Observation?.SourceIsBack();
        return true;
    }

    /// <summary>Takes the result of the move that has called back.</summary>
    public bool TakeMove() => _pending.GetResult();

    /// <summary>
    /// Waits for the pending move, then disposes the items, resumes the lifecycle after its yield, and disposes it. It is called once and
    /// never throws. Returns false if the lifecycle yielded a second stream.
    /// </summary>
    /// <param name="onOwnThread">Whether to leave the caller's thread first, because the source may block.</param>
    public async Task<bool> TearDownAsync(bool onOwnThread)
    {
        if (onOwnThread)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        Observation?.SourceIsBack();
        var moved = await PendingMoveAsync().ConfigureAwait(false);
        Observation?.Waiting(StreamWait.Teardown);
        if (Items is not null)
        {
            await RunAsync("the source's disposal", Items.DisposeAsync).ConfigureAwait(false);
        }
        else if (moved && Lifecycle is not null)
        {
            // A set-up that returned after the stop.
            HasYielded = true;
        }

        if (_owned is not null)
        {
            await RunAsync("the source's disposal", _owned.DisposeAsync).ConfigureAwait(false);
        }

        var isWhole = Lifecycle is null || await EndAsync(Lifecycle).ConfigureAwait(false);
        Observation?.Released();
        return isWhole;
    }

    protected static ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter AwaiterOf(ValueTask<bool> move) =>
        move.ConfigureAwait(false).GetAwaiter();

    protected abstract ValueTask<bool> ResumeLifecycleAsync();

    private async ValueTask<bool> EndAsync(IAsyncDisposable lifecycle)
    {
        var isSecond = false;
        if (HasYielded)
        {
            await RunAsync("the lifecycle", async () => isSecond = await ResumeLifecycleAsync().ConfigureAwait(false)).ConfigureAwait(false);
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
            await Waiter.WaitAsync(PumpSignals.Moved).ConfigureAwait(false);
        }

        try
        {
            return _pending.GetResult();
        }
        catch (Exception exception)
        {
            StreamLog.ThrownAfterStop(Settings, exception);
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
            StreamLog.TeardownFailed(Settings.Logger, Settings.Route, step, exception);
        }
    }
}
