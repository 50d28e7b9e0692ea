using System.Threading.Tasks.Sources;

namespace Jero.Topics.Ring;

/// <summary>
/// Represents something that is in the lists of a topic and waits. The one wait object is reused for every wait. Only one thread at a time
/// uses it, except for <see cref="Wake"/> and the token.
/// </summary>
internal abstract class TopicListener : IValueTaskSource<bool>, IThreadPoolWorkItem
{
    private const int Running = 0;
    private const int Waiting = 1;

    // Replaces the continuation once the wait is over.
    private static readonly Action<object?> Over = static _ => { };

    // .NET's ManualResetValueTaskSourceCore also has a context, an exception and a result, which a wait here does not need; there is one
    // for each open stream.
    private Action<object?>? _continuation;
    private object? _continuationState;
    private CancellationTokenRegistration _registration;
    private int _state;
    private short _version;
    private bool _isCancelled;

    /// <summary>Roughly where it is in its list.</summary>
    public int ListIndex { get; set; }

    protected bool IsCancelled => Volatile.Read(ref _isCancelled);

    protected CancellationToken Stopping => _registration.Token;

    /// <summary>Whether the app's own code runs after a wait. It must not run on the thread that wakes.</summary>
    protected abstract bool WakesApart { get; }

    /// <summary>Whether there is something to wake for.</summary>
    protected abstract bool HasNews { get; }

    /// <summary>
    /// The number of kept entries that it has yet to read, without regard to filters. Any thread may read it at any time.
    /// </summary>
    public abstract long Backlog { get; }

    /// <summary>Ends a wait. Any thread may call it. Reading continues on the caller's thread, unless the app's own code runs.</summary>
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

    /// <remarks>No context is captured, because only Jero's own code waits here, and it can continue on any thread.</remarks>
    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        Check(token);
        _continuationState = state;
        if (Interlocked.CompareExchange(ref _continuation, continuation, null) is not null)
        {
            // The wait is already over. Continues on another thread, because this one has yet to return from here.
            ThreadPool.UnsafeQueueUserWorkItem(continuation, state, preferLocal: true);
        }
    }

    /// <summary>Called after a wait. Returns whether the stream continues; there may be nothing to send.</summary>
    protected abstract bool Awoken();

    /// <summary>Makes the token wake it too.</summary>
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

    /// <summary>Returns a wait until <see cref="HasNews"/>, or null if it already has news.</summary>
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
            throw new InvalidOperationException("A wait can be awaited only once, and before the next one begins.");
        }
    }
}
