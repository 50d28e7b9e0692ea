using System.Threading.Tasks.Sources;

namespace Jero.Streaming;

/// <summary>
/// Waits for all that a stream waits for, and is reused for every wait. Any thread may raise a signal; one waiter takes them. A signal
/// stays raised until it is taken, so none is lost between two waits.
/// </summary>
internal class PumpWaiter : IValueTaskSource
{
    private const int RaisedMask = 0xFF;
    private const int AwaitedShift = 8;

    // The low byte has the raised signals, the next byte those that the waiter waits for. One exchange changes both, so that exactly one
    // raiser completes a wait.
    private int _state;
    private ManualResetValueTaskSourceCore<bool> _core;

    public void Raise(PumpSignals signals)
    {
        bool wakes;
        int seen, next;
        do
        {
            seen = Volatile.Read(ref _state);
            wakes = ((seen >> AwaitedShift) & (int)signals) != 0;
            next = (wakes ? seen & RaisedMask : seen) | (int)signals;
        }
        while (Interlocked.CompareExchange(ref _state, next, seen) != seen);

        if (wakes)
        {
            _core.SetResult(true);
        }
    }

    /// <summary>Takes the raised signals among <paramref name="signals"/>. Returns whether there were any.</summary>
    public bool Take(PumpSignals signals) => (Interlocked.And(ref _state, ~(int)signals) & (int)signals) != 0;

    /// <summary>Completes when one of <paramref name="signals"/> is raised. It takes none. Only one wait at a time is allowed.</summary>
    public ValueTask WaitAsync(PumpSignals signals)
    {
        _core.Reset();
        int seen;
        do
        {
            seen = Volatile.Read(ref _state);
            if ((seen & (int)signals) != 0)
            {
                return ValueTask.CompletedTask;
            }
        }
        while (Interlocked.CompareExchange(ref _state, seen | ((int)signals << AwaitedShift), seen) != seen);

        return new ValueTask(this, _core.Version);
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
