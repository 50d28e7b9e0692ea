namespace Jero.Testing.Client;

/// <summary>Reads as slowly as a test wants. One reader at a time.</summary>
internal sealed class PacedStream(Stream inner, TimeProvider time) : Stream
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _paceChanged = new();
    private TaskCompletionSource? _stall;
    private int _bytesPerSecond;
    private long _paceBegan;
    private long _readAtPace;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Reads this many bytes each second from now on, by the clock of the app.</summary>
    public void ReadSlowly(int bytesPerSecond)
    {
        (_bytesPerSecond, _paceBegan, _readAtPace) = (bytesPerSecond, time.GetTimestamp(), 0);
        ChangePace(stall: null);
    }

    /// <summary>Reads nothing from now on. A read that is under way takes nothing more.</summary>
    public void Stall() => ChangePace(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var (stall, changed) = Pace();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(changed, cancellationToken);
            try
            {
                if (stall is not null)
                {
                    await stall.Task.WaitAsync(either.Token).ConfigureAwait(false);
                }

                var allowed = await AllowanceAsync(buffer.Length, either.Token).ConfigureAwait(false);
                var read = await inner.ReadAsync(buffer[..allowed], either.Token).ConfigureAwait(false);
                _readAtPace += read;
                return read;
            }
            catch (OperationCanceledException) when (changed.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // The pace has changed.
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private (TaskCompletionSource? Stall, CancellationToken Changed) Pace()
    {
        lock (_gate)
        {
            return (_stall, _paceChanged.Token);
        }
    }

    private void ChangePace(TaskCompletionSource? stall)
    {
        CancellationTokenSource changed;
        lock (_gate)
        {
            (changed, _paceChanged, _stall) = (_paceChanged, new CancellationTokenSource(), stall);
        }

        changed.Cancel();
        changed.Dispose();
    }

    /// <summary>Returns how many bytes may be read now, at least one.</summary>
    private async ValueTask<int> AllowanceAsync(int wanted, CancellationToken cancellation)
    {
        if (_bytesPerSecond == 0 || wanted == 0)
        {
            return wanted;
        }

        while (true)
        {
            var earned = (long)(time.GetElapsedTime(_paceBegan).TotalSeconds * _bytesPerSecond) - _readAtPace;
            if (earned > 0)
            {
                return (int)Math.Min(earned, wanted);
            }

            await Task.Delay(TimeSpan.FromSeconds((1 - earned) / (double)_bytesPerSecond), time, cancellation).ConfigureAwait(false);
        }
    }
}
