using System.Buffers;

namespace Jero.Client.Reading;

/// <summary>Holds the bytes of a body that have come and are not taken yet. It grows to what an item needs, up to a limit.</summary>
internal sealed class ByteWindow(Stream stream, int limit) : IDisposable
{
    private const int FirstSize = 16 * 1024;

    // Room for the bytes around an item of the largest size.
    private const int Framing = 16;

    private const int MostReadsToLeave = 4;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private bool _isOver;

    /// <summary>The bytes that have come and are not taken.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Marks bytes as taken.</summary>
    public void Take(int count) => _start += count;

    /// <summary>Reads more bytes. Returns false at the end of the body.</summary>
    /// <param name="number">The number of the item that is being read, counted from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidDataException">The bytes that are not taken yet are more than an item may have.</exception>
    /// <exception cref="IOException">The body broke off, or cannot be decompressed.</exception>
    public async ValueTask<bool> ReadAsync(long number, CancellationToken cancellationToken)
    {
        MakeRoom(number);
        try
        {
            var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += count;
            _isOver = count == 0;
            return count > 0;
        }
        catch (InvalidDataException exception)
        {
            // Decompression throws this for a body that was cut.
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>Returns the memory to the pool, and releases a body that has more to come. The caller still disposes the stream.</summary>
    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            Leave();
        }

        var buffer = _buffer;
        _buffer = [];
        _start = _end = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A disposed stream is read for two more seconds, so that its connection can be used again (SocketsHttpHandler.ResponseDrainTimeout),
    // and the server keeps sending. A cancelled read releases the connection at once. Bytes that are already there are read, because they
    // may include the end.
    private void Leave()
    {
        using var leave = new CancellationTokenSource();
        for (var reads = 0; reads < MostReadsToLeave; reads++)
        {
            // A separate array, because a stream that ignores the token may write to it later.
            var read = stream.ReadAsync(new byte[FirstSize], leave.Token).AsTask();
            if (!read.IsCompleted)
            {
                leave.Cancel();
                _ = read.ContinueWith(static over => over.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return;
            }

            if (!read.IsCompletedSuccessfully || read.Result == 0)
            {
                return;
            }
        }
    }

    private void MakeRoom(long number)
    {
        var length = _end - _start;
        if (length > limit + Framing)
        {
            throw TooLarge(number, limit);
        }

        if (length == 0)
        {
            _start = _end = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        if (_start > 0 && length <= _buffer.Length / 2)
        {
            _buffer.AsSpan(_start, length).CopyTo(_buffer);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)_buffer.Length * 2, (long)limit + (2 * Framing) + FirstSize));
            _buffer.AsSpan(_start, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        (_start, _end) = (0, length);
    }

    /// <summary>Creates the exception for an item that is too large.</summary>
    public static InvalidDataException TooLarge(long number, int limit) =>
        new($"Item {number} of the stream is larger than {limit} bytes; set StreamOptions.MaxItemBytes if you expect such items.");
}
