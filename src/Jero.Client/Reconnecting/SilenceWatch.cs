namespace Jero.Client.Reconnecting;

/// <summary>Limits each wait for bytes.</summary>
internal sealed class SilenceWatch(TimeSpan? limit, TimeProvider time, CancellationToken cancellationToken) : IDisposable
{
    private CancellationTokenSource? _wait;
    private CancellationTokenSource? _linked;

    /// <summary>Begins a wait. The token fires when nothing has come for too long.</summary>
    public CancellationToken Begin()
    {
        if (limit is not { } silence)
        {
            return cancellationToken;
        }

        if (_wait?.TryReset() != true)
        {
            Dispose();
            _wait = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
            _linked = CancellationTokenSource.CreateLinkedTokenSource(_wait.Token, cancellationToken);
        }

        _wait.CancelAfter(silence);
        return _linked!.Token;
    }

    /// <summary>Whether silence ended the wait.</summary>
    public bool WasSilent => _wait?.IsCancellationRequested == true && !cancellationToken.IsCancellationRequested;

    public void Dispose()
    {
        _linked?.Dispose();
        _wait?.Dispose();
    }
}
