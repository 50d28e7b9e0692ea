using System.Threading.Tasks.Sources;

namespace Jero.Topics.Ring;

/// <summary>
/// One who stands in the lists of a topic and waits: the one thing that it waits on, used again for every wait. Used by one thread at a
/// time, but for <see cref="Wake"/> and the token.
/// </summary>
internal abstract class TopicListener : IValueTaskSource<bool>, IThreadPoolWorkItem
{
    private const int Running = 0;
    private const int Waiting = 1;

    // Stands in the place of a continuation once the wait is over.
    private static readonly Action<object?> Over = static _ => { };

    // The framework's ManualResetValueTaskSourceCore also keeps a context, a fault and a result, of which a wait here has none: there is
    // one for each open stream.
    private Action<object?>? _continuation;
    private object? _continuationState;
    private CancellationTokenRegistration _registration;
    private int _state;
    private short _version;
    private bool _isCancelled;

    /// <summary>About where it stands in its list.</summary>
    public int ListIndex { get; set; }

    protected bool IsCancelled => Volatile.Read(ref _isCancelled);

    protected CancellationToken Stopping => _registration.Token;

    /// <summary>Whether the app's own code runs behind a wait, which must not run on the thread that wakes.</summary>
    protected abstract bool WakesApart { get; }

    /// <summary>Whether there is something to wake for.</summary>
    protected abstract bool HasNews { get; }

    /// <summary>How many kept entries it has yet to read, filters aside. Called by any thread at any time.</summary>
    public abstract long Backlog { get; }

    /// <summary>Ends a wait. Called by any thread; goes on reading on the caller's, unless the app's own code is to be run.</summary>
    public void Wake()
    {
        if (Interlocked.CompareExchange(ref _state, Running, Waiting) != Waiting)
        {
            return;
        }

        if (WakesApart)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        else
        {
            EndWait();
        }
    }

    void IThreadPoolWorkItem.Execute() => EndWait();

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        Check(token);
        return Awoken();
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token)
    {
        Check(token);
        return ReferenceEquals(Volatile.Read(ref _continuation), Over) ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Pending;
    }

    /// <remarks>No context is captured: whoever waits here is Jero's own, and goes on anywhere.</remarks>
    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Check(token);
        _continuationState = state;
        if (Interlocked.CompareExchange(ref _continuation, continuation, null) is not null)
        {
            // The wait is over already. Not on this thread, which has yet to return from here.
            ThreadPool.UnsafeQueueUserWorkItem(continuation, state, preferLocal: true);
        }
    }

    /// <summary>After a wait: whether the stream goes on. There may be nothing to send.</summary>
    protected abstract bool Awoken();

    /// <summary>From now on the token wakes it too.</summary>
    protected void WakeBy(CancellationToken cancellationToken)
    {
        _registration = cancellationToken.UnsafeRegister(
            static listener =>
            {
                Volatile.Write(ref ((TopicListener)listener!)._isCancelled, true);
                ((TopicListener)listener).Wake();
            },
            this);
    }

    protected ValueTask ForgetTokenAsync() => _registration.DisposeAsync();

    /// <summary>A wait for what <see cref="HasNews"/> tells, or null where it is there already.</summary>
    protected ValueTask<bool>? TryWait()
    {
        _version++;
        _continuationState = null;
        Volatile.Write(ref _continuation, null);
        Interlocked.Exchange(ref _state, Waiting);
        if (!HasNews || Interlocked.CompareExchange(ref _state, Running, Waiting) != Waiting)
        {
            return new ValueTask<bool>(this, _version);
        }

        return null;
    }

    private void EndWait() => Interlocked.Exchange(ref _continuation, Over)?.Invoke(_continuationState);

    private void Check(short token)
    {
        if (token != _version)
        {
            throw new InvalidOperationException("A wait is awaited once, and before the next one.");
        }
    }
}
