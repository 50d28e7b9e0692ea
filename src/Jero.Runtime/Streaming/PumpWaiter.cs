using System.Threading.Tasks.Sources;

namespace Jero.Streaming;

/// <summary>
/// The one thing a stream waits on, used again for every wait: any thread raises signals, one waiter takes them. A signal stays raised
/// until it is taken, so that none is lost between two waits.
/// </summary>
internal sealed class PumpWaiter : IValueTaskSource
{
    private const int RaisedMask = 0xFF;
    private const int AwaitedShift = 8;

    // The low byte holds what is raised, the next one what the waiter waits for; both are changed in one exchange, so that exactly
    // one raiser completes a wait.
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

    /// <summary>Takes the signals that are raised among <paramref name="signals"/>; whether there were any.</summary>
    public bool Take(PumpSignals signals) => (Interlocked.And(ref _state, ~(int)signals) & (int)signals) != 0;

    /// <summary>Ends as soon as one of <paramref name="signals"/> is raised; takes none. Only one wait at a time.</summary>
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
